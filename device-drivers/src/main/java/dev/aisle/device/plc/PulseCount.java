package dev.aisle.device.plc;

/**
 * Rising edges of a point since the program began to watch it.
 *
 * @param total also those between two polls, and during a short outage, when a counter counts them
 * @param gaps how often the controller's count could not be followed, so that pulses may be missing
 */
public record PulseCount(long total, int gaps) {
  static final PulseCount NONE = new PulseCount(0, 0);

  PulseCount plus(long pulses) {
    return new PulseCount(total + pulses, gaps);
  }

  PulseCount plusGap() {
    return new PulseCount(total, gaps + 1);
  }
}
