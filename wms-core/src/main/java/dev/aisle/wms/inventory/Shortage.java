package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.Quantity;
import java.util.List;

/**
 * Not enough free stock on an account, and who holds what is not free.
 *
 * @param free on hand and not reserved
 */
public record Shortage(
    Account account, StockKey key, Quantity wanted, Quantity free, List<Holder> heldBy) {
  public Shortage {
    heldBy = List.copyOf(heldBy);
  }

  /** Somebody for whom stock is reserved. */
  public record Holder(String demandRef, Quantity quantity) {}
}
