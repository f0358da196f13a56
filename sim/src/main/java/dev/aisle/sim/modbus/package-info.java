/**
 * Modbus heads of several makes as their masters see them, byte for byte, on TCP, on a serial line
 * and behind a serial server. The Modbus library has no slave that answers one address with a
 * refusal and the next with a tag, so the frames here are our own.
 */
@NullMarked
package dev.aisle.sim.modbus;

import org.jspecify.annotations.NullMarked;
