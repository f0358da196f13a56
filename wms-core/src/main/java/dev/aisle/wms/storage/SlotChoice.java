package dev.aisle.wms.storage;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Why a unit went where it went, or why it could not go.
 *
 * @param slot empty when it was refused
 * @param reason the rule that decided, such as {@code nearest-free}, or why not, such as {@code
 *     no-free-slot}
 * @param facts the values that the rule saw
 */
public record SlotChoice(
    Sscc unit,
    LocationId from,
    Optional<LocationId> slot,
    String reason,
    Map<String, String> facts,
    Instant at) {
  public SlotChoice {
    facts = Map.copyOf(facts);
  }
}
