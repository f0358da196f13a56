/** Frames of the live floor over WebSocket. */
@NullMarked
package dev.aisle.hmi.live.floor;

import org.jspecify.annotations.NullMarked;
