package dev.aisle.hmi.alarm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One alarm.
 *
 * @param source device, vehicle, place or unit it is about
 * @param params values for the translated sentences
 * @param raised how often it came back before anybody acknowledged it, from 1
 */
public record Alarm(
    long id,
    AlarmType type,
    String source,
    Map<String, String> params,
    Instant raisedAt,
    int raised,
    Optional<Instant> clearedAt,
    Optional<Acknowledged> acknowledged) {

  public Alarm {
    params = Map.copyOf(params);
  }

  /** "I have seen it and take care of it." */
  public record Acknowledged(Instant at, String by, Optional<String> note) {}

  /** True while the trouble lasts. */
  public boolean active() {
    return clearedAt.isEmpty();
  }

  public AlarmPriority priority() {
    return type.priority();
  }
}
