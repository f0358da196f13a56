/** How locations are kept. */
@NullMarked
package dev.aisle.wms.location.internal;

import org.jspecify.annotations.NullMarked;
