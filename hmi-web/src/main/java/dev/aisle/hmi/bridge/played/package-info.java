/** The hardware of a site that is played by the simulator. */
@NullMarked
package dev.aisle.hmi.bridge.played;

import org.jspecify.annotations.NullMarked;
