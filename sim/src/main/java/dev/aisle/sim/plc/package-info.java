/**
 * What stands behind Modbus on the floor: the PLC with the points of the docks, the gateway of the
 * tag heads, I/O modules with their machines, a scale. The wires are those of {@link
 * dev.aisle.sim.modbus}.
 */
@NullMarked
package dev.aisle.sim.plc;

import org.jspecify.annotations.NullMarked;
