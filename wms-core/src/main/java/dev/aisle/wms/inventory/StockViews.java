package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shared.StockStatus;
import java.time.LocalDate;
import java.util.Optional;

/** Stock as people look at it. */
public interface StockViews {
  /** Searches item and name; sorts by item, name, onHand, reserved, free, units, oldestExpiry. */
  Page<ItemStock> byItem(ListQuery query);

  /**
   * Searches location, unit, item and name; sorts by location, type, zone, unit, item, onHand,
   * expiry; filters by location, type, zone and item. Places without stock are shown too.
   */
  Page<PlaceStock> byLocation(ListQuery query);

  /** All stock of one item in the house. */
  record ItemStock(
      ItemId item,
      String name,
      long onHand,
      long reserved,
      long units,
      Optional<LocalDate> oldestExpiry) {
    public long free() {
      return onHand - reserved;
    }
  }

  /** One place, and one kind of stock in one unit there if there is any. */
  record PlaceStock(
      LocationId location,
      String type,
      String zone,
      Optional<Sscc> unit,
      Optional<Content> content) {}

  /** Stock at a place. */
  record Content(
      ItemId item,
      String name,
      Lot lot,
      PartyId owner,
      StockStatus status,
      long onHand,
      long reserved) {}
}
