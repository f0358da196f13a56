/** Vehicles in trouble: what people find at them, and how fleet and books are put right by it. */
@NullMarked
package dev.aisle.hmi.bridge.recovery;

import org.jspecify.annotations.NullMarked;
