/** Modbus over TCP and serial lines, the only place that knows the Modbus library. */
@NullMarked
package dev.aisle.device.modbus;

import org.jspecify.annotations.NullMarked;
