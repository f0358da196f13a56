package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.StockStatus;

/** What makes two units of stock interchangeable. The owner is always part of it. */
public record StockKey(ItemId item, Lot lot, PartyId owner, StockStatus status) {
  public static StockKey available(ItemId item, Lot lot, PartyId owner) {
    return new StockKey(item, lot, owner, StockStatus.AVAILABLE);
  }
}
