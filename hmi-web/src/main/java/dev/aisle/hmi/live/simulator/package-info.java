/** What pages ask of the simulator. */
@NullMarked
package dev.aisle.hmi.live.simulator;

import org.jspecify.annotations.NullMarked;
