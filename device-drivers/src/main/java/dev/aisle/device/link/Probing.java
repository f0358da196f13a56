package dev.aisle.device.link;

import java.time.Duration;

/** Waits for a sign of life. */
final class Probing {
  private static final int LOOK_EVERY_MS = 10;

  private Probing() {}

  static ProbeResult byTheNextExchange(LineDevice device, Duration atMost) {
    long start = System.nanoTime();
    DeviceHealth before = device.health();
    DeviceHealth now = before;
    try {
      while (now.exchanges() == before.exchanges()) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (now.link() == LinkState.DOWN || took.compareTo(atMost) > 0) {
          return new ProbeResult.Fails(
              took,
              now.trouble().orElse("nothing good was heard within " + atMost.toSeconds() + " s"));
        }
        Thread.sleep(LOOK_EVERY_MS);
        now = device.health();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ProbeResult.Fails(Duration.ofNanos(System.nanoTime() - start), "interrupted");
    }
    return new ProbeResult.Works(Duration.ofNanos(System.nanoTime() - start), "it answers");
  }
}
