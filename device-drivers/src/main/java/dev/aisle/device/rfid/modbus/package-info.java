/** Tag heads whose reads stand in Modbus registers. */
@NullMarked
package dev.aisle.device.rfid.modbus;

import org.jspecify.annotations.NullMarked;
