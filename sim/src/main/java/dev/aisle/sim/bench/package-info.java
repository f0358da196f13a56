/** Named measurements of drivers against emulated devices, and the long fuzzing runs. */
@NullMarked
package dev.aisle.sim.bench;

import org.jspecify.annotations.NullMarked;
