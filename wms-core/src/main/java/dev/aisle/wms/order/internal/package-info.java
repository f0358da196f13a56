/** How orders and allocations are kept. */
@NullMarked
package dev.aisle.wms.order.internal;

import org.jspecify.annotations.NullMarked;
