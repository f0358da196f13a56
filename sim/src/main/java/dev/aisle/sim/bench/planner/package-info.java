/** Instances of lifelong path finding, with a referee of their own. */
@NullMarked
package dev.aisle.sim.bench.planner;

import org.jspecify.annotations.NullMarked;
