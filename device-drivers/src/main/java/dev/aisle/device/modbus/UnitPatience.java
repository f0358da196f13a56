package dev.aisle.device.modbus;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps a silent unit from holding up its neighbours: after some silent requests in a row, while
 * others on the line do answer, the unit is asked ever more rarely, at last every 15 s. When all
 * are silent it is the line, and nobody is held back. Times are those of a running clock in
 * nanoseconds.
 */
final class UnitPatience {
  private static final int SILENT_BEFORE_REST = 3;
  private static final long FIRST_REST = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_REST = Duration.ofSeconds(15).toNanos();

  private static final class Silent {
    final long since;
    int times;
    long rest = FIRST_REST;
    long until;
    boolean resting;

    Silent(long since) {
      this.since = since;
    }
  }

  private final Map<Integer, Silent> silent = new HashMap<>();
  private boolean anybodyAnswered;
  private long lastAnswer;

  /** How long the unit is not to be asked; zero when it may be. */
  Duration leftToRest(int unit, long now) {
    Silent there = silent.get(unit);
    if (there == null || !there.resting || there.until - now <= 0) {
      return Duration.ZERO;
    }
    return Duration.ofNanos(there.until - now);
  }

  void answered(int unit, long now) {
    silent.remove(unit);
    anybodyAnswered = true;
    lastAnswer = now;
  }

  void keptSilent(int unit, long now) {
    Silent there = silent.computeIfAbsent(unit, u -> new Silent(now));
    there.times++;
    boolean othersAnswer = anybodyAnswered && lastAnswer - there.since >= 0;
    there.resting = there.times >= SILENT_BEFORE_REST && othersAnswer;
    if (there.resting) {
      there.until = now + there.rest;
      there.rest = Math.min(2 * there.rest, LONGEST_REST);
    }
  }
}
