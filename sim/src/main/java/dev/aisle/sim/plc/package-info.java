/**
 * Modbus TCP slaves: the PLC with the points of the docks, and the gateway of the tag heads. Only
 * {@code ModbusSlaveServer} and what it keeps in this package know the Modbus library.
 */
@NullMarked
package dev.aisle.sim.plc;

import org.jspecify.annotations.NullMarked;
