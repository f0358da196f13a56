package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Optional;

/** A handling unit's way from one place to another, reserved before it starts. */
public record Move(
    MoveId id,
    Sscc unit,
    LocationId from,
    LocationId to,
    String purpose,
    State state,
    Optional<LocationId> vehicle,
    Instant reservedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {
  /** How far it has come. */
  public enum State {
    RESERVED,
    STARTED,
    POSTED,
    VOID;

    public boolean open() {
      return this == RESERVED || this == STARTED;
    }
  }
}
