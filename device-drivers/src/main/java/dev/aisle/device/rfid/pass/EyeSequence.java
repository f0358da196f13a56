package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.pass.record.Direction;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.pass.record.EyeEvent.Eye;
import dev.aisle.device.rfid.pass.record.Passage;
import dev.aisle.device.rfid.smoothing.Nanos;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the breaks of two eyes into passages. Breaks of the same eye queue up, because a second
 * pallet may follow before the first has reached the other eye. A body longer than the distance of
 * the eyes blocks both: then it has passed when the first eye is free before the second, and turned
 * back when the second is free before the first.
 */
final class EyeSequence {
  private static final int MOST_KEPT = 32;
  private static final int EVENTS_KEPT = 64;

  /** A gap in a body, as between mast and load, is shorter. */
  private static final long GAP = 400_000_000L;

  /** Between the eyes nothing thin stays out of sight for longer while it moves. */
  private static final long SHORTEST_REACH = 2_000_000_000L;

  private final long passTime;
  private final Deque<Break> waiting = new ArrayDeque<>();
  private final Deque<Crossing> crossings = new ArrayDeque<>();
  private final Deque<EyeEvent> events = new ArrayDeque<>();
  private @Nullable Pending pending;
  private final Beam outer = new Beam();
  private final Beam inner = new Beam();

  /** A passage in nanoseconds, and the passage as told. */
  public record Crossing(Direction direction, long firstEye, long secondEye, Passage told) {}

  private static final class Beam {
    boolean blocked;
    long freedAt = Long.MIN_VALUE;
  }

  private static final class Break {
    final Eye eye;
    final long at;
    boolean free;
    boolean turnedBack;
    long answerBy;

    Break(Eye eye, long at, long answerBy) {
      this.eye = eye;
      this.at = at;
      this.answerBy = answerBy;
    }
  }

  /** Both eyes are blocked, the first by this break; not known yet whether it goes on. */
  private record Pending(Break first, long secondAt) {}

  EyeSequence(long passTime) {
    this.passTime = passTime;
  }

  /** The passage that became certain by this event. */
  @Nullable Crossing add(EyeEvent event) {
    keep(events, event, EVENTS_KEPT);
    long at = Nanos.of(event.at());
    Beam beam = beam(event.eye());
    waiting.removeIf(one -> at > one.answerBy);
    Pending both = pending;
    if (both != null && at > both.first().at + passTime) {
      pending = null; // an eye that stays dark that long is dirty or stands askew
    }
    Crossing certain = event.blocked() ? blocked(event.eye(), at) : freed(event.eye(), at);
    beam.blocked = event.blocked();
    if (!event.blocked()) {
      beam.freedAt = at;
    }
    return certain;
  }

  private Beam beam(Eye eye) {
    return eye == Eye.OUTER ? outer : inner;
  }

  private @Nullable Crossing blocked(Eye eye, long at) {
    Break oldest = waiting.peekFirst();
    if (oldest == null || oldest.eye == eye) {
      Break newest = waiting.peekLast();
      if (!afterGap(eye, at)) {
        keep(waiting, new Break(eye, at, at + passTime), MOST_KEPT);
      } else if (newest != null) {
        newest.free = false;
        newest.answerBy = at + passTime;
      } // else the body's first part has crossed already, and so has the rest of it
      return null;
    }
    if (!oldest.free && beam(oldest.eye).blocked && waiting.size() == 1) {
      pending = new Pending(oldest, at);
      return null;
    }
    waiting.removeFirst();
    return certain(oldest, at);
  }

  private boolean afterGap(Eye eye, long at) {
    Beam beam = beam(eye);
    return !beam.blocked && beam.freedAt != Long.MIN_VALUE && at - beam.freedAt < GAP;
  }

  private @Nullable Crossing freed(Eye eye, long at) {
    Pending both = pending;
    if (both != null) {
      pending = null;
      if (both.first().eye == eye) {
        waiting.remove(both.first());
        return certain(both.first(), both.secondAt());
      }
      both.first().turnedBack = true; // or a gap in the body: then the eye is soon dark again
      return null;
    }
    for (Break one : waiting) {
      if (one.eye == eye && !one.free) {
        one.free = true;
        long reach = one.turnedBack ? GAP : Math.max(SHORTEST_REACH, 3 * (at - one.at));
        one.answerBy = Math.min(one.at + passTime, at + reach);
        return null;
      }
    }
    return null;
  }

  private Crossing certain(Break first, long secondAt) {
    Direction direction = first.eye == Eye.OUTER ? Direction.IN : Direction.OUT;
    Crossing crossing =
        new Crossing(
            direction,
            first.at,
            secondAt,
            new Passage(direction, Nanos.instant(first.at), Nanos.instant(secondAt)));
    keep(crossings, crossing, MOST_KEPT);
    return crossing;
  }

  /** Passages that may still matter, oldest first. */
  public Deque<Crossing> crossings() {
    return crossings;
  }

  /** True when something broke an eye between these times. */
  boolean anyBreak(long from, long to) {
    for (EyeEvent event : events) {
      long at = Nanos.of(event.at());
      if (event.blocked() && at >= from && at <= to) {
        return true;
      }
    }
    return outer.blocked || inner.blocked;
  }

  /** The newest events between these times. */
  public List<EyeEvent> events(long from, long to) {
    List<EyeEvent> within = new ArrayList<>();
    for (EyeEvent event : events) {
      long at = Nanos.of(event.at());
      if (at >= from && at <= to) {
        within.add(event);
      }
    }
    return within;
  }

  void forgetBefore(long time) {
    while (!crossings.isEmpty() && crossings.getFirst().secondEye() < time) {
      crossings.removeFirst();
    }
  }

  private static <T> void keep(Deque<T> all, T one, int most) {
    if (all.size() == most) {
      all.removeFirst();
    }
    all.addLast(one);
  }
}
