package dev.aisle.device.rfid.smoothing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Pairs the breaks of two eyes into passages. Breaks of the same eye queue up, because a second
 * pallet may follow before the first has reached the other eye.
 */
final class EyeSequence {
  private static final int MOST_KEPT = 32;

  private final Duration passTime;
  private final Deque<EyeEvent> waiting = new ArrayDeque<>();
  private final Deque<Passage> passages = new ArrayDeque<>();

  /** Something went past both eyes. */
  record Passage(Direction direction, Instant firstEye, Instant secondEye) {}

  EyeSequence(Duration passTime) {
    this.passTime = passTime;
  }

  void add(EyeEvent event) {
    if (!event.blocked()) {
      return;
    }
    waiting.removeIf(earlier -> earlier.at().isBefore(event.at().minus(passTime)));
    EyeEvent oldest = waiting.peekFirst();
    if (oldest == null || oldest.eye() == event.eye()) {
      keep(waiting, event);
      return;
    }
    waiting.removeFirst();
    Direction direction = event.eye() == EyeEvent.Eye.INNER ? Direction.IN : Direction.OUT;
    keep(passages, new Passage(direction, oldest.at(), event.at()));
  }

  /** Passages that may still matter, oldest first. */
  List<Passage> passages() {
    return List.copyOf(passages);
  }

  void forgetBefore(Instant time) {
    passages.removeIf(passage -> passage.secondEye().isBefore(time));
  }

  private static <T> void keep(Deque<T> all, T one) {
    if (all.size() == MOST_KEPT) {
      all.removeFirst();
    }
    all.addLast(one);
  }
}
