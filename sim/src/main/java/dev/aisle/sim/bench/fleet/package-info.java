/** Measurements of whole fleets. */
@NullMarked
package dev.aisle.sim.bench.fleet;

import org.jspecify.annotations.NullMarked;
