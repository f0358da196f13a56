/** The life of a handling unit and of an order, from first to last. */
@NullMarked
package dev.aisle.hmi.api.trace;

import org.jspecify.annotations.NullMarked;
