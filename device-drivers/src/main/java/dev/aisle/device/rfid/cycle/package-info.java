/** Event cycles of ALE 1.1: when to look, when to stop, and what to report. Pure. */
@NullMarked
package dev.aisle.device.rfid.cycle;

import org.jspecify.annotations.NullMarked;
