/**
 * Modbus units as their masters see them, byte for byte, on TCP, on a serial line and behind a
 * serial server, and the heads of several makes. The Modbus library has no slave that answers one
 * address with a refusal and the next with a tag, carries out and says nothing, or hangs up on its
 * masters, so the frames here are our own.
 */
@NullMarked
package dev.aisle.sim.modbus;

import org.jspecify.annotations.NullMarked;
