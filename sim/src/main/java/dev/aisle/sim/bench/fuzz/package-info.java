/** Damaged input for every codec: none may fail, hang or lose the frame beside it. */
@NullMarked
package dev.aisle.sim.bench.fuzz;

import org.jspecify.annotations.NullMarked;
