package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.pass.Signal.Profile;
import dev.aisle.device.rfid.pass.record.Direction;
import dev.aisle.device.rfid.pass.record.Reason;
import dev.aisle.device.rfid.pass.record.ReasonKind;
import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.OrderRules;

/**
 * Which of two antenna lines heard a tag first, by the middle of its strength over time.
 *
 * @param apart nanoseconds between the two middles
 */
record LineOrder(Direction direction, double apart) {
  private static final LineOrder NONE = new LineOrder(Direction.UNKNOWN, 0);
  private static final double NANOS = 1e9;

  /** Over all that is remembered of the visit. */
  public static LineOrder of(Visit visit) {
    return of(visit, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Unknown when a line heard too little, or, where both must hear it, too weakly. */
  public static LineOrder of(Visit visit, long from, long to) {
    Signal signal = visit.signal;
    if (signal == null) {
      return NONE;
    }
    PointState point = visit.point;
    OrderRules rules = point.rules.order().orElseThrow();
    if (signal.count(AntennaLine.OUTER, from, to) < rules.leastCount()
        || signal.count(AntennaLine.INNER, from, to) < rules.leastCount()) {
      return NONE;
    }
    if (rules.must()
        && (point.tooWeak(signal.strength(AntennaLine.OUTER, from, to))
            || point.tooWeak(signal.strength(AntennaLine.INNER, from, to)))) {
      return NONE;
    }
    Profile outer = signal.profile(AntennaLine.OUTER, from, to);
    Profile inner = signal.profile(AntennaLine.INNER, from, to);
    if (outer == null || inner == null) {
      return NONE;
    }
    double apart = Math.abs(inner.middle() - outer.middle());
    // A tag that stands still is heard evenly all the time, and its middles differ by chance.
    if (apart < rules.leastTime().toNanos() || apart < (outer.spread() + inner.spread()) / 2) {
      return NONE;
    }
    return new LineOrder(inner.middle() > outer.middle() ? Direction.IN : Direction.OUT, apart);
  }

  public Reason reason() {
    return Reason.of(
            ReasonKind.DIRECTION_FROM_ANTENNAS,
            "first",
            direction == Direction.IN ? "outer" : "inner",
            "seconds",
            apart / NANOS)
        .and("direction", direction);
  }

  static Reason notThrough(Visit visit) {
    Signal signal = visit.signal;
    return Reason.of(
        ReasonKind.NOT_THROUGH_BOTH_LINES,
        "outer",
        signal == null ? 0 : signal.count(AntennaLine.OUTER, Long.MIN_VALUE, Long.MAX_VALUE),
        "inner",
        signal == null ? 0 : signal.count(AntennaLine.INNER, Long.MIN_VALUE, Long.MAX_VALUE));
  }
}
