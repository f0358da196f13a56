package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/**
 * Stock in one handling unit that is promised to one demand.
 *
 * @param demandRef for whom, such as {@code SO-000001/2}
 * @param quantity what is still held
 */
public record Reservation(
    ReservationId id,
    String demandRef,
    Sscc unit,
    StockKey key,
    Quantity quantity,
    State state,
    Instant createdAt) {
  /** Whether it still holds stock, and if not, why. */
  public enum State {
    OPEN,
    CONSUMED,
    RELEASED
  }
}
