/** Readers of every make at the full rate of a serial line. */
@NullMarked
package dev.aisle.sim.bench.line;

import org.jspecify.annotations.NullMarked;
