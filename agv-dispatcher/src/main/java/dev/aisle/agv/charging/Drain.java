package dev.aisle.agv.charging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast a vehicle's battery empties while it works, learned from what it reports. It follows
 * upwards quickly and downwards slowly, for standing costs less than driving.
 *
 * @param percentPerS expected loss of charge
 * @param from the report that the next is compared with, while it does not charge
 */
public record Drain(double percentPerS, Optional<Seen> from) {
  /** A battery that lasts a shift. */
  private static final double USUAL = 12.5 / 3600;

  private static final double LEAST = USUAL / 10;
  private static final double MOST = USUAL * 20;

  /** Reports give whole percents, so a shorter time says nothing. */
  private static final Duration WINDOW = Duration.ofMinutes(2);

  private static final double RISES = 0.5;
  private static final double FALLS = 0.05;

  /** Charge at a moment. */
  public record Seen(double percent, Instant at) {}

  public static final Drain UNKNOWN = new Drain(USUAL, Optional.empty());

  public Drain report(double percent, boolean charging, Instant at) {
    if (charging) {
      return new Drain(percentPerS, Optional.empty());
    }
    if (from.isEmpty() || percent > from.get().percent()) {
      return new Drain(percentPerS, Optional.of(new Seen(percent, at)));
    }
    Duration passed = Duration.between(from.get().at(), at);
    if (passed.compareTo(WINDOW) < 0) {
      return this;
    }
    double rate = (from.get().percent() - percent) / passed.toSeconds();
    double share = rate > percentPerS ? RISES : FALLS;
    double learned = Math.clamp(percentPerS + share * (rate - percentPerS), LEAST, MOST);
    return new Drain(learned, Optional.of(new Seen(percent, at)));
  }

  /** How long the vehicle can work until the charge has fallen from one level to another. */
  public long lastsMs(double fromPercent, double toPercent) {
    return Math.round(Math.max(0, fromPercent - toPercent) / percentPerS * 1000);
  }

  /** Charge that so much driving takes. */
  public double percentFor(long drivingMs) {
    return percentPerS * drivingMs / 1000;
  }
}
