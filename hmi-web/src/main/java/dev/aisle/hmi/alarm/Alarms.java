package dev.aisle.hmi.alarm;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alarms of the site. Raising and clearing return at once and may be called from any thread and
 * as often as wanted: only the latest word about one trouble counts, and it is written soon after.
 */
public interface Alarms {

  /** The trouble is there. One already open for this type and source is kept. */
  void raise(AlarmType type, String source, Map<String, String> params);

  /** The trouble is over. */
  void clear(AlarmType type, String source);

  /** Raises or clears, for callers that know a state. */
  default void set(AlarmType type, String source, boolean trouble, Map<String, String> params) {
    if (trouble) {
      raise(type, source, params);
    } else {
      clear(type, source);
    }
  }

  /**
   * Notes that a person has seen it. Never clears anything. An alarm acknowledged before keeps its
   * first acknowledgement; empty when there is no such alarm.
   */
  Optional<Alarm> acknowledge(long id, String by, Optional<String> note);

  Optional<Alarm> find(long id);

  AlarmList list(Query query);

  /**
   * Which alarms.
   *
   * @param open still wrong or not acknowledged; otherwise all
   * @param text looked for in type and source
   * @param sort {@code raisedAt}, {@code priority}, {@code type} or {@code source}
   * @param limit at most 500
   */
  record Query(
      boolean open, Optional<String> text, String sort, boolean ascending, int offset, int limit) {
    public Query {
      if (offset < 0 || limit < 1 || limit > 500) {
        throw new IllegalArgumentException(
            "no such part of a list: %d, %d".formatted(offset, limit));
      }
    }

    /** The newest first. */
    public static Query newest(boolean open, int limit) {
      return new Query(open, Optional.empty(), "raisedAt", false, 0, limit);
    }
  }

  record AlarmList(List<Alarm> alarms, long total) {
    public AlarmList {
      alarms = List.copyOf(alarms);
    }
  }
}
