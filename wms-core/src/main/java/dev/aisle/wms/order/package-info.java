/** Customers' orders: entry, nine milestones, allocation of stock. */
@NullMarked
package dev.aisle.wms.order;

import org.jspecify.annotations.NullMarked;
