/** How handling units are kept. */
@NullMarked
package dev.aisle.wms.unit.internal;

import org.jspecify.annotations.NullMarked;
