/** Scales: serial and Modbus, stable weights only. */
@NullMarked
package dev.aisle.device.scale;

import org.jspecify.annotations.NullMarked;
