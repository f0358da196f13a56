package dev.aisle.device.rfid.cycle;

import java.time.Duration;

/** What ends an event cycle; of several the first. */
public sealed interface StopTrigger {
  record After(Duration duration) implements StopTrigger {}

  record PointBecomes(String point, boolean value) implements StopTrigger {}

  /** No new tag for so long: whatever is there has been read (ALE: stable set interval). */
  record StableSet(Duration interval) implements StopTrigger {}

  /** The first tag that would be reported (ALE: when data available). */
  record DataAvailable() implements StopTrigger {}
}
