package dev.aisle.agv.assignment;

import dev.aisle.agv.transport.TransportRequest;
import java.time.Duration;
import java.time.Instant;

/** How urgent a transport is, in seconds of waiting. It only grows, so none waits for ever. */
final class Urgency {
  /** One step of priority is worth this much waiting. */
  private static final Duration PRIORITY_STEP = Duration.ofMinutes(1);

  /** So long before it is due a transport begins to press. */
  private static final Duration PRESSES = Duration.ofMinutes(10);

  private Urgency() {}

  static long of(TransportRequest transport, Instant now) {
    Instant since =
        transport
            .terms()
            .notBefore()
            .filter(from -> from.isAfter(transport.requestedAt()))
            .orElse(transport.requestedAt());
    long waited = Duration.between(since, now).toSeconds();
    long pressed =
        transport
            .terms()
            .deadline()
            .map(due -> Duration.between(due.minus(PRESSES), now).toSeconds())
            .orElse(0L);
    return waited + Math.max(0, pressed) + transport.priority() * PRIORITY_STEP.toSeconds();
  }
}
