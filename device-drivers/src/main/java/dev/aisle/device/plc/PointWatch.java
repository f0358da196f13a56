package dev.aisle.device.plc;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of one point over time: takes polls, tells changes. A plain point changes after as
 * many equal polls as the debounce asks for; a counted one tells every rising edge the counter saw.
 */
final class PointWatch {
  /** More pulses between two polls are chatter; telling them all would help nobody. */
  private static final int MOST_PULSES = 8;

  /** More than any input can give between two polls: the controller started its count anew. */
  private static final int RESTART = 1_000;

  /** More than this during an outage is not told from a count that started anew. */
  private static final int MOST_WHILE_AWAY = 20_000;

  private final int debounce;
  private final long modulus;
  private boolean known;
  private boolean value;
  private boolean candidate;
  private int equal;
  private boolean counted;
  private long counter;
  private PulseCount pulses = PulseCount.NONE;

  /** Rising edges told before the counter had them: it is read before the input. */
  private int ahead;

  PointWatch(int debounce) {
    this(debounce, 16);
  }

  /**
   * @param counterBits 16 or 32, after which the controller's count begins again at 0
   */
  PointWatch(int debounce, int counterBits) {
    this.debounce = debounce;
    this.modulus = 1L << counterBits;
  }

  boolean value() {
    return value;
  }

  PulseCount pulses() {
    return pulses;
  }

  void forget() {
    known = false;
    equal = 0;
    ahead = 0;
  }

  List<Boolean> poll(boolean now) {
    if (!known) {
      return first(now);
    }
    equal = now == candidate ? equal + 1 : 1;
    candidate = now;
    if (now == value || equal < debounce) {
      return List.of();
    }
    value = now;
    if (now) {
      pulses = pulses.plus(1);
    }
    return List.of(now);
  }

  /** {@code count} must have been read before {@code now}. */
  List<Boolean> poll(boolean now, long count) {
    if (!known) {
      if (counted) {
        rises(count, MOST_WHILE_AWAY);
      }
      counter = count;
      counted = true;
      ahead = 0;
      return first(now);
    }
    int due = (int) rises(count, RESTART) - ahead;
    ahead = 0;
    if (due < 0) {
      ahead = -due;
      due = 0;
    }
    due = Math.min(due, MOST_PULSES);
    List<Boolean> told = new ArrayList<>();
    while (due > 0) {
      if (value) {
        tell(false, told);
      }
      tell(true, told);
      due--;
    }
    if (value != now) {
      tell(now, told);
      if (now) {
        ahead++;
      }
    }
    return told;
  }

  /** Pulses since the last count, 0 when the count did not go on from there. */
  private long rises(long count, int most) {
    long rises = Math.floorMod(count - counter, modulus);
    counter = count;
    if (rises > most) {
      pulses = pulses.plusGap();
      return 0;
    }
    pulses = pulses.plus(rises);
    return rises;
  }

  private void tell(boolean next, List<Boolean> told) {
    value = next;
    told.add(next);
  }

  private List<Boolean> first(boolean now) {
    known = true;
    value = now;
    candidate = now;
    equal = debounce;
    return List.of(now);
  }
}
