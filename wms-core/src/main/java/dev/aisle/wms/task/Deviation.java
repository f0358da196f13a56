package dev.aisle.wms.task;

import dev.aisle.wms.shared.LocationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Something that differs from what was expected, open until a person or the floor settles it. */
public record Deviation(
    long id,
    DeviationKind kind,
    String subject,
    Optional<LocationId> place,
    Map<String, String> facts,
    Instant firstAt,
    Instant lastAt,
    int times,
    Optional<Instant> settledAt,
    Optional<String> settledBy,
    Optional<String> note) {
  public Deviation {
    facts = Map.copyOf(facts);
  }

  public boolean open() {
    return settledAt.isEmpty();
  }
}
