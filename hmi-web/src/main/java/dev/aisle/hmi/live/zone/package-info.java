/** The zones of the floor as screens see and pause them. */
@NullMarked
package dev.aisle.hmi.live.zone;

import org.jspecify.annotations.NullMarked;
