package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shared.StockStatus;
import java.util.Optional;

/**
 * Which balances; every condition that is present must hold.
 *
 * @param freeOnly only those with something on hand that is not reserved
 */
public record BalanceQuery(
    Optional<ItemId> item,
    Optional<Sscc> unit,
    Optional<LocationId> place,
    Optional<PartyId> owner,
    Optional<StockStatus> status,
    boolean freeOnly) {
  private static final BalanceQuery ALL =
      new BalanceQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /** Everything in the warehouse. */
  public static BalanceQuery all() {
    return ALL;
  }

  public static BalanceQuery of(ItemId item) {
    return new BalanceQuery(
        Optional.of(item), ALL.unit, ALL.place, ALL.owner, ALL.status, ALL.freeOnly);
  }

  public static BalanceQuery in(Sscc unit) {
    return new BalanceQuery(
        ALL.item, Optional.of(unit), ALL.place, ALL.owner, ALL.status, ALL.freeOnly);
  }

  public static BalanceQuery at(LocationId place) {
    return new BalanceQuery(
        ALL.item, ALL.unit, Optional.of(place), ALL.owner, ALL.status, ALL.freeOnly);
  }

  /** What may be promised: available and not reserved. */
  public BalanceQuery allocatable() {
    return new BalanceQuery(item, unit, place, owner, Optional.of(StockStatus.AVAILABLE), true);
  }
}
