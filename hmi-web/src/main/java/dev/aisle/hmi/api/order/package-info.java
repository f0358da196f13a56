/** Customers' orders and their nine milestones. */
@NullMarked
package dev.aisle.hmi.api.order;

import org.jspecify.annotations.NullMarked;
