package dev.aisle.wms.outbound;

import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Optional;

/**
 * So much of one unit for one order line.
 *
 * @param id also the subject of its task
 */
public record Pick(
    long id,
    OrderId order,
    int line,
    long allocation,
    String station,
    Sscc unit,
    StockKey key,
    Quantity quantity,
    Quantity picked,
    State state,
    Optional<String> by,
    Optional<Instant> at) {
  /** What became of it. */
  public enum State {
    OPEN,
    DONE,
    SHORT,
    CANCELLED
  }
}
