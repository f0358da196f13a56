/**
 * A fleet of simulated vehicles without the wire: the same vehicles, the same words of VDA 5050 and
 * the same dispatcher, joined by a seeded bad network under one virtual clock, with watches that
 * know nothing of the dispatcher's reasons.
 */
@NullMarked
package dev.aisle.sim.fleet;

import org.jspecify.annotations.NullMarked;
