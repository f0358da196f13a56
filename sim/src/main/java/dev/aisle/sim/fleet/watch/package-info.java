/** Looks on from outside: who touched whom, who waits for ever. Decides nothing. */
@NullMarked
package dev.aisle.sim.fleet.watch;

import org.jspecify.annotations.NullMarked;
