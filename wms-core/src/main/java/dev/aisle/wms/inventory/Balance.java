package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.util.Optional;

/**
 * How much of one kind of stock is on one account.
 *
 * @param onHand base units; negative only for accounts of the outside world
 * @param place where it is: the account's own place or that of its handling unit
 */
public record Balance(
    Account account, StockKey key, long onHand, long reserved, Optional<LocationId> place) {
  public long free() {
    return onHand - reserved;
  }

  /** The handling unit it is in. */
  public Optional<Sscc> unit() {
    return account.kind() == AccountKind.UNIT
        ? Optional.of(new Sscc(account.id()))
        : Optional.empty();
  }
}
