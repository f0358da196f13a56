package dev.aisle.device.link;

import java.time.Duration;

/** What came of asking one device whether it works. */
public sealed interface ProbeResult {
  /** From the question to the answer, or to giving up. */
  Duration took();

  /**
   * @param said what the device says that it is, or what it was heard to do
   */
  record Works(Duration took, String said) implements ProbeResult {}

  record Fails(Duration took, String why) implements ProbeResult {}

  /** There is no device of that name. */
  record Unknown() implements ProbeResult {
    @Override
    public Duration took() {
      return Duration.ZERO;
    }
  }
}
