/**
 * A warehouse that does not exist, behind wires that do: readers on pseudo-terminals, PLC and tag
 * heads as Modbus slaves, vehicles as VDA 5050 clients of a broker. {@link Simulator} is the way
 * in.
 */
@NullMarked
package dev.aisle.sim;

import org.jspecify.annotations.NullMarked;
