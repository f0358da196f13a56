/** Doors on the vehicles' lanes, between the dispatcher and the controllers that move them. */
@NullMarked
package dev.aisle.hmi.bridge.passage;

import org.jspecify.annotations.NullMarked;
