package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.epc.Epc;
import dev.aisle.device.rfid.epc.EpcCodec;
import dev.aisle.device.rfid.pass.EyeSequence.Crossing;
import dev.aisle.device.rfid.pass.record.Direction;
import dev.aisle.device.rfid.pass.record.Reason;
import dev.aisle.device.rfid.pass.record.ReasonKind;
import dev.aisle.device.rfid.pass.record.Verdict;
import dev.aisle.device.rfid.readpoint.StrengthRules;
import dev.aisle.device.rfid.readpoint.TagRules;
import dev.aisle.device.rfid.smoothing.Nanos;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one visit. While the tag is there it only says yes, and only when nothing that may
 * still come can change it; a no is said when the tag is gone here and at the neighbours.
 */
final class PassJudge {
  private static final double NANOS = 1e9;

  private final Visit visit;
  private final PointState point;
  private final List<Visit> elsewhere;
  private final boolean gone;
  private final List<Reason> reasons = new ArrayList<>();
  private @Nullable Crossing crossing;
  private long from;
  private long to;

  /**
   * @param elsewhere visits of the same tag at the neighbours, at about the same time
   */
  PassJudge(Visit visit, List<Visit> elsewhere, boolean gone) {
    this.visit = visit;
    this.point = visit.point;
    this.elsewhere = elsewhere;
    this.gone = gone;
    this.from = visit.first();
    this.to = visit.last();
  }

  @Nullable Crossing crossing() {
    return crossing;
  }

  /** Null while it is too early. */
  @Nullable Verdict verdict() {
    if (!visit.observed()) {
      return gone
          ? no(
              Reason.of(
                  ReasonKind.NOT_OBSERVED,
                  "count",
                  visit.count(),
                  "needed",
                  point.times.observedCount()))
          : null;
    }
    if (!gone && mustWait()) {
      return null;
    }
    reasons.add(
        Reason.of(
            ReasonKind.OBSERVED, "count", visit.count(), "needed", point.times.observedCount()));
    askIdentity();
    askWindow();
    askStrength();
    askNeighbours();
    Direction direction = direction();
    askBefore(direction);
    Verdict verdict = new Verdict(direction, reasons);
    return gone || verdict.counted() ? verdict : null;
  }

  private Verdict no(Reason why) {
    return new Verdict(Direction.UNKNOWN, List.of(why));
  }

  /** With eyes: until a passage fits. With lines only: until the whole pass is heard. */
  private boolean mustWait() {
    if (point.hasEyes()) {
      crossing = bestCrossing();
      if (crossing == null) {
        return true;
      }
    } else if (point.ordered()) {
      return true;
    }
    return !elsewhereSettled();
  }

  private boolean elsewhereSettled() {
    if (point.neighbours.isEmpty()) {
      return true;
    }
    return visit.strength() >= point.rules.strength().sureDbm();
  }

  private void askIdentity() {
    TagRules tags = point.rules.tags();
    String epc = visit.epcHex();
    if (tags.alwaysThere().contains(epc)) {
      reasons.add(Reason.of(ReasonKind.ALWAYS_THERE));
    }
    if (!tags.filter().isIncluded(epc)) {
      reasons.add(Reason.of(ReasonKind.NOT_INCLUDED));
    }
    tags.filter()
        .excludedBy(epc)
        .ifPresent(
            pattern -> reasons.add(Reason.of(ReasonKind.EXCLUDED, "pattern", pattern.text())));
    boolean isExpected = point.expected != null && point.expected.contains(epc);
    if (isExpected) {
      reasons.add(Reason.of(ReasonKind.EXPECTED));
    } else if (point.expected != null) {
      ReasonKind kind = tags.onlyExpected() ? ReasonKind.NOT_EXPECTED : ReasonKind.NOT_ANNOUNCED;
      reasons.add(Reason.of(kind, "size", point.expected.size()));
    }
    if (!isExpected
        && visit.count() < tags.doubtfulCount()
        && EpcCodec.decode(epc) instanceof Epc.Unknown) {
      reasons.add(
          Reason.of(
              ReasonKind.DOUBTFUL_EPC, "count", visit.count(), "needed", tags.doubtfulCount()));
    }
  }

  private void askWindow() {
    if (!point.hasEyes()) {
      if (point.eyeRules != null) {
        reasons.add(Reason.of(ReasonKind.EYES_OUT_OF_ORDER));
      }
      return;
    }
    Crossing found = crossing == null ? bestCrossing() : crossing;
    crossing = found;
    if (found != null) {
      from = Math.max(visit.first(), found.firstEye() - point.slack);
      to = Math.min(visit.last(), found.secondEye() + point.slack);
      reasons.add(
          Reason.of(
                  ReasonKind.IN_TRIGGER_WINDOW,
                  "first",
                  found.told().firstEye(),
                  "second",
                  found.told().secondEye())
              .and("count", countInPass()));
      askStanding(found.firstEye());
    } else if (point.eyes.anyBreak(visit.first() - point.slack, visit.last() + point.slack)) {
      reasons.add(Reason.of(ReasonKind.EYES_INCOMPLETE));
      if (mustBeThrough()) {
        reasons.add(Reason.of(ReasonKind.EYES_NOT_PASSED));
      }
      askPassagesElsewhere();
      if (visit.last() - visit.first() > point.standing + point.slack) {
        askStanding(visit.last());
      }
    } else {
      reasons.add(Reason.of(ReasonKind.OUTSIDE_TRIGGER_WINDOW));
    }
  }

  private void askPassagesElsewhere() {
    for (Visit other : elsewhere) {
      long slack = other.point.slack;
      for (Crossing one : other.point.eyes.crossings()) {
        if (other.count() > 1
            && other.first() <= one.secondEye() + slack
            && other.last() >= one.firstEye() - slack) {
          reasons.add(
              Reason.of(ReasonKind.IN_PASSAGE_OF_NEIGHBOUR, "neighbour", other.point.point.id()));
          return;
        }
      }
    }
  }

  private void askStanding(long firstEye) {
    Signal signal = visit.signal;
    long before = firstEye - visit.first();
    if (before <= point.standing || signal == null) {
      return;
    }
    double stood = signal.strength(Long.MIN_VALUE, from - 1);
    double now = signal.strength(from, to);
    if (now >= stood + point.rules.strength().riseDb()) {
      reasons.add(Reason.of(ReasonKind.MOVED_AWAY_FROM_ITS_PLACE, "before", stood, "dbm", now));
    } else {
      reasons.add(Reason.of(ReasonKind.STOOD_THERE, "seconds", before / NANOS));
    }
  }

  private int countInPass() {
    Signal signal = visit.signal;
    return signal == null || crossing == null ? visit.count() : signal.count(from, to);
  }

  /** Of several passages that fit, the one in which the tag was strongest. */
  private @Nullable Crossing bestCrossing() {
    Crossing best = null;
    double bestDbm = Signal.SILENT;
    for (Crossing one : point.eyes.crossings()) {
      if (visit.first() > one.secondEye() + point.slack
          || visit.last() < one.firstEye() - point.slack) {
        continue;
      }
      double dbm = strengthIn(one.firstEye() - point.slack, one.secondEye() + point.slack);
      if (best == null || dbm > bestDbm) {
        best = one;
        bestDbm = dbm;
      }
    }
    return best;
  }

  private double strengthIn(long start, long end) {
    Signal signal = visit.signal;
    return signal == null ? Double.NaN : signal.strength(start, end);
  }

  private void askStrength() {
    StrengthRules rules = point.rules.strength();
    int count = countInPass();
    if (count < rules.leastCount()) {
      reasons.add(
          Reason.of(ReasonKind.TOO_FEW_IN_PASS, "count", count, "needed", rules.leastCount()));
    }
    double dbm = strengthInPass();
    if (Double.isNaN(dbm)) {
      reasons.add(Reason.of(ReasonKind.STRENGTH_UNKNOWN));
    } else if (point.tooWeak(dbm)) {
      reasons.add(
          Reason.of(ReasonKind.TOO_WEAK, "dbm", dbm, "least", rules.leastDbm().getAsDouble()));
    } else {
      reasons.add(Reason.of(ReasonKind.STRONG_ENOUGH, "dbm", dbm));
    }
    StaticTags.Known place = point.statics.find(visit.epcHex());
    if (place != null && place.passes() > point.rules.tags().staticAfterPasses()) {
      boolean rose = dbm >= place.dbm() + rules.riseDb();
      reasons.add(
          rose
              ? Reason.of(ReasonKind.MOVED_AWAY_FROM_ITS_PLACE, "before", place.dbm(), "dbm", dbm)
              : Reason.of(ReasonKind.STATIC, "passes", place.passes()));
    }
  }

  private double strengthInPass() {
    return crossing == null ? visit.strength() : Math.min(visit.strength(), strengthIn(from, to));
  }

  private void askNeighbours() {
    if (point.neighbours.isEmpty()) {
      return;
    }
    Visit strongest = null;
    for (Visit other : elsewhere) {
      if (strongest == null || louder(other, strongest)) {
        strongest = other;
      }
    }
    if (strongest == null) {
      reasons.add(Reason.of(ReasonKind.NO_NEIGHBOUR_HEARD_IT));
      return;
    }
    double ours = strengthInPass();
    double theirs = strongest.strength();
    double least = point.rules.strength().marginDb();
    if (Double.isNaN(ours) || Double.isNaN(theirs)) {
      compareCounts(strongest);
      return;
    }
    double margin = ours - theirs;
    String neighbour = strongest.point.point.id();
    if (margin >= least) {
      reasons.add(
          Reason.of(ReasonKind.CLEAR_OF_NEIGHBOURS, "margin", margin, "neighbour", neighbour));
    } else {
      ReasonKind kind =
          margin <= -least ? ReasonKind.STRONGER_AT_NEIGHBOUR : ReasonKind.NOT_CLEARLY_STRONGER;
      reasons.add(
          Reason.of(kind, "neighbour", neighbour, "margin", least)
              .and("ours", dbm(ours))
              .and("theirs", dbm(theirs)));
    }
  }

  private static boolean louder(Visit one, Visit other) {
    if (Double.isNaN(one.strength()) || Double.isNaN(other.strength())) {
      return one.count() > other.count();
    }
    return one.strength() > other.strength();
  }

  /** Without dBm, twice as many reads stand for the margin of 6 dB. */
  private void compareCounts(Visit other) {
    String neighbour = other.point.point.id();
    if (visit.count() < 2 * other.count()) {
      ReasonKind kind =
          other.count() >= 2 * visit.count()
              ? ReasonKind.STRONGER_AT_NEIGHBOUR
              : ReasonKind.NOT_CLEARLY_STRONGER;
      reasons.add(
          Reason.of(kind, "neighbour", neighbour, "margin", point.rules.strength().marginDb())
              .and("ours", visit.count() + " reads")
              .and("theirs", other.count() + " reads"));
    } else {
      reasons.add(Reason.of(ReasonKind.CLEAR_OF_NEIGHBOURS, "margin", 6, "neighbour", neighbour));
    }
  }

  private static String dbm(double value) {
    return Math.round(value * 10) / 10.0 + " dBm";
  }

  private void askBefore(Direction direction) {
    long at = crossing == null ? visit.first() : crossing.secondEye();
    PointState.Told before = point.toldBefore(visit.epcHex(), direction, at);
    if (before != null) {
      reasons.add(Reason.of(ReasonKind.ALREADY_PASSED, "at", Nanos.instant(before.at())));
    }
  }

  /** Eyes first, then the order of the antenna lines, otherwise unknown. */
  private Direction direction() {
    Direction lines = fromAntennas();
    Crossing found = crossing;
    if (found != null) {
      Direction eyes = found.direction();
      boolean inwards = eyes == Direction.IN;
      reasons.add(
          Reason.of(
                  ReasonKind.DIRECTION_FROM_EYES,
                  "first",
                  inwards ? "outer" : "inner",
                  "second",
                  inwards ? "inner" : "outer")
              .and("direction", eyes));
      if (lines != eyes && mustBeThrough()) {
        reasons.add(LineOrder.notThrough(visit));
      } else if (lines != Direction.UNKNOWN && lines != eyes) {
        reasons.add(Reason.of(ReasonKind.ANTENNAS_CONTRADICT_EYES, "direction", lines));
      }
      return eyes;
    }
    if (lines == Direction.UNKNOWN && mustBeThrough()) {
      reasons.add(LineOrder.notThrough(visit));
    } else if (lines == Direction.UNKNOWN) {
      reasons.add(
          Reason.of(
              point.eyeRules == null && !point.ordered()
                  ? ReasonKind.NO_EYES_HERE
                  : ReasonKind.DIRECTION_UNKNOWN));
    }
    return lines;
  }

  private boolean mustBeThrough() {
    return point.ordered() && point.rules.order().orElseThrow().must();
  }

  private Direction fromAntennas() {
    if (!point.ordered()) {
      return Direction.UNKNOWN;
    }
    LineOrder order = crossing == null ? LineOrder.of(visit) : LineOrder.of(visit, from, to);
    if (crossing == null && order.direction() != Direction.UNKNOWN) {
      reasons.add(order.reason());
    }
    return order.direction();
  }
}
