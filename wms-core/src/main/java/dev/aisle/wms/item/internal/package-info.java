/** How items are kept. */
@NullMarked
package dev.aisle.wms.item.internal;

import org.jspecify.annotations.NullMarked;
