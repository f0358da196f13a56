package dev.aisle.device.rfid.modbus;

/**
 * A mistake in a profile.
 *
 * @param line counted from 1
 */
public record ProfileFault(int line, String message) {
  @Override
  public String toString() {
    return "line %d: %s".formatted(line, message);
  }
}
