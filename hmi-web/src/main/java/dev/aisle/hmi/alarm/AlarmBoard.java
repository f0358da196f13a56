package dev.aisle.hmi.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which alarms to write. Pure: knows no clock, no thread and no database. Holds at most one
 * wish for each type and source; when there are too many sources, the oldest word is dropped, which
 * can only be about troubles that are over.
 */
final class AlarmBoard {
  static final int MOST_SOURCES = 2_000;
  private static final int MOST_REPEATS = 10;
  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final Duration FIRST_OFF_DELAY = Duration.ofSeconds(5);
  private static final Duration LONGEST_OFF_DELAY = Duration.ofMinutes(5);

  record Key(AlarmType type, String source) {}

  /** What to write now. */
  sealed interface Change {
    record Raise(Key key, Map<String, String> params) implements Change {}

    record Clear(Key key) implements Change {}
  }

  private record Wish(boolean trouble, Instant since, Map<String, String> params) {}

  private final Map<Key, Wish> wishes = new LinkedHashMap<>();
  private final Set<Key> active = new HashSet<>();
  private final Map<AlarmType, Instant> endedAt = new HashMap<>();

  /** When each was raised lately, the oldest first. */
  private final Map<Key, Deque<Instant>> raisedAt = new LinkedHashMap<>();

  void raise(Key key, Map<String, String> params, Instant at) {
    Wish former = wishes.get(key);
    if (former == null || !former.trouble) {
      wishes.remove(key);
      wishes.put(key, new Wish(true, at, Map.copyOf(params)));
      makeRoom();
    }
  }

  /** An alarm of an earlier run goes on as it is. */
  void keep(Key key, Map<String, String> params, Instant at) {
    wishes.put(key, new Wish(true, at, Map.copyOf(params)));
    active.add(key);
  }

  void clear(Key key, Instant at) {
    Wish former = wishes.get(key);
    if (former != null && former.trouble) {
      if (active.contains(key)) {
        wishes.put(key, new Wish(false, at, Map.of()));
      } else {
        wishes.remove(key);
      }
    }
  }

  private void makeRoom() {
    if (wishes.size() > MOST_SOURCES) {
      wishes.keySet().stream()
          .filter(key -> !active.contains(key))
          .findFirst()
          .ifPresent(wishes::remove);
    }
  }

  /**
   * Takes what is due, ends before beginnings; the caller writes it, and says {@link #retry} when
   * it could not.
   */
  List<Change> due(Instant now) {
    List<Change> changes = new ArrayList<>();
    for (Key key : keysWith(false)) {
      Wish wish = wishes.get(key);
      if (wish == null || Duration.between(wish.since, now).compareTo(offDelay(key, now)) < 0) {
        continue;
      }
      wishes.remove(key);
      active.remove(key);
      endedAt.put(key.type, now);
      changes.add(new Change.Clear(key));
    }
    for (Key key : keysWith(true)) {
      Wish wish = wishes.get(key);
      if (wish != null && !active.contains(key) && isDue(key, wish, now)) {
        if (key.type.isLasting()) {
          active.add(key);
          noteRaised(key, now);
        } else {
          wishes.remove(key);
        }
        changes.add(new Change.Raise(key, wish.params));
      }
    }
    return changes;
  }

  private void noteRaised(Key key, Instant now) {
    Deque<Instant> times = raisedAt.remove(key);
    times = times == null ? new ArrayDeque<>() : times;
    times.addLast(now);
    if (times.size() > MOST_REPEATS) {
      times.removeFirst();
    }
    raisedAt.put(key, times);
    if (raisedAt.size() > MOST_SOURCES) {
      raisedAt.remove(raisedAt.keySet().iterator().next());
    }
  }

  /**
   * A first outage is over when it is over. One that comes again and again must stay away for
   * longer each time before it is believed, so that a loose contact is one alarm and not a hundred
   * (ISA-18.2, off-delay against chattering alarms).
   */
  private Duration offDelay(Key key, Instant now) {
    Deque<Instant> times = raisedAt.getOrDefault(key, new ArrayDeque<>());
    long lately = times.stream().filter(at -> at.plus(LATELY).isAfter(now)).count();
    if (lately < 2) {
      return Duration.ZERO;
    }
    Duration delay = FIRST_OFF_DELAY.multipliedBy(1L << (lately - 2));
    return delay.compareTo(LONGEST_OFF_DELAY) < 0 ? delay : LONGEST_OFF_DELAY;
  }

  private List<Key> keysWith(boolean trouble) {
    return wishes.entrySet().stream()
        .filter(entry -> entry.getValue().trouble == trouble)
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean isDue(Key key, Wish wish, Instant now) {
    Instant since = wish.since;
    Optional<AlarmType> cause = key.type.causedBy();
    if (cause.isPresent()) {
      if (isTroubled(cause.get())) {
        return false;
      }
      Instant over = endedAt.getOrDefault(cause.get(), since);
      since = over.isAfter(since) ? over : since;
    }
    return !Duration.between(since, now).minus(key.type.onDelay()).isNegative();
  }

  /** Also before its own delay is over, so that the consequence does not come before the cause. */
  private boolean isTroubled(AlarmType type) {
    return wishes.entrySet().stream()
        .anyMatch(entry -> entry.getKey().type == type && entry.getValue().trouble);
  }

  /** The change could not be written; it becomes due again. */
  void retry(Change change, Instant now) {
    switch (change) {
      case Change.Raise raise -> {
        active.remove(raise.key);
        Optional.ofNullable(raisedAt.get(raise.key)).ifPresent(Deque::pollLast);
        wishes.putIfAbsent(raise.key, new Wish(true, now, raise.params));
      }
      case Change.Clear clear -> {
        if (!wishes.containsKey(clear.key)) {
          active.add(clear.key);
          wishes.put(clear.key, new Wish(false, now, Map.of()));
        }
      }
    }
  }

  /** How many are active, by priority. */
  long active(AlarmPriority priority) {
    return active.stream().filter(key -> key.type.priority() == priority).count();
  }
}
