/**
 * Named measurements of drivers against emulated devices, of the fleet planner on public problems,
 * and the long fuzzing runs.
 */
@NullMarked
package dev.aisle.sim.bench;

import org.jspecify.annotations.NullMarked;
