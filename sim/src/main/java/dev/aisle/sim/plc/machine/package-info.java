/** Machines that hang on the terminals of a simulated controller. */
@NullMarked
package dev.aisle.sim.plc.machine;

import org.jspecify.annotations.NullMarked;
