package dev.aisle.hmi.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  void raise(Key key, Map<String, String> params, Instant at) {
    Wish former = wishes.get(key);
    if (former == null || !former.trouble) {
      wishes.remove(key);
      wishes.put(key, new Wish(true, at, Map.copyOf(params)));
      makeRoom();
    }
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
        } else {
          wishes.remove(key);
        }
        changes.add(new Change.Raise(key, wish.params));
      }
    }
    return changes;
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
