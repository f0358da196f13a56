package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Optional;

/** What an order is packed into. */
public record Parcel(
    Sscc sscc, OrderId order, String station, State state, Optional<Instant> packedAt) {
  /** How far the order is at its station. */
  public enum State {
    PICKING,
    /** Stock is missing; the parcel stands aside. */
    WAITING,
    PACKING,
    PACKED,
    CANCELLED
  }
}
