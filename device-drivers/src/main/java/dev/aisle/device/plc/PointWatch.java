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

  private final int debounce;
  private boolean known;
  private boolean value;
  private boolean candidate;
  private int equal;
  private int counter;

  /** Rising edges told before the counter had them: it is read before the input. */
  private int ahead;

  PointWatch(int debounce) {
    this.debounce = debounce;
  }

  boolean value() {
    return value;
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
    return List.of(now);
  }

  /** {@code count} must have been read before {@code now}. */
  List<Boolean> poll(boolean now, int count) {
    if (!known) {
      counter = count;
      ahead = 0;
      return first(now);
    }
    int rises = (count - counter) & 0xFFFF;
    counter = count;
    int due = (rises > RESTART ? 0 : rises) - ahead;
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
