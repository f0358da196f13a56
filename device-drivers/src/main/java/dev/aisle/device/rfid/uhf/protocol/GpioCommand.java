package dev.aisle.device.rfid.uhf.protocol;

/** Lines of the reader itself, counted from 1. The answer's data is {@code 01} for high. */
public sealed interface GpioCommand {
  int line();

  record Get(int line) implements GpioCommand {}

  record Set(int line, boolean high) implements GpioCommand {}
}
