/** Many devices at once, some of them hanging. */
@NullMarked
package dev.aisle.sim.bench.devices;

import org.jspecify.annotations.NullMarked;
