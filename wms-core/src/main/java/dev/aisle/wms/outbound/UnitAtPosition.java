package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.EvidenceKind;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Optional;

/**
 * A unit at a pick position, or on its way there or back.
 *
 * @param heldBecause why nobody may pick from it, such as {@code wrong-unit}
 */
public record UnitAtPosition(
    long id,
    Sscc unit,
    String station,
    LocationId position,
    State state,
    Instant requestedAt,
    Optional<EvidenceKind> confirmedBy,
    Optional<String> heldBecause) {
  /** How far it has come. */
  public enum State {
    COMING,
    HERE,
    LEAVING,
    GONE
  }

  public boolean held() {
    return heldBecause.isPresent();
  }
}
