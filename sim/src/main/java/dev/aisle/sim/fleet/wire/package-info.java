/** The same fleets on a real broker in real time, and a client beside them that measures. */
@NullMarked
package dev.aisle.sim.fleet.wire;

import org.jspecify.annotations.NullMarked;
