/** RFID readers and tag heads that answer on real wires: a pseudo-terminal and Modbus TCP. */
@NullMarked
package dev.aisle.sim.reader;

import org.jspecify.annotations.NullMarked;
