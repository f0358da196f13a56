package dev.aisle.device.rfid.smoothing;

/** {@link SmoothingRules} in nanoseconds, as they are compared for every read. */
public final class SmoothingTimes {
  final long glimpsedTimeout;
  final int observedCount;
  final long observedTime;
  final long lostTimeout;

  public SmoothingTimes(SmoothingRules rules) {
    this.glimpsedTimeout = rules.glimpsedTimeout().toNanos();
    this.observedCount = rules.observedCount();
    this.observedTime = rules.observedTime().toNanos();
    this.lostTimeout = rules.lostTimeout().toNanos();
  }

  public int observedCount() {
    return observedCount;
  }

  public long lostTimeout() {
    return lostTimeout;
  }
}
