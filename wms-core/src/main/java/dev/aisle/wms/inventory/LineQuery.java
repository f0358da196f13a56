package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.Sscc;
import java.util.Optional;

/**
 * Which ledger lines, newest first; every condition that is present must hold.
 *
 * @param before only lines older than this line's id, to page on
 * @param limit rows at most, 1 to 1000
 */
public record LineQuery(
    Optional<ItemId> item,
    Optional<Sscc> unit,
    Optional<String> documentRef,
    Optional<Long> before,
    int limit) {
  public LineQuery {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit must be 1 to 1000: " + limit);
    }
  }

  public static LineQuery newest(int limit) {
    return new LineQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }

  public LineQuery of(Sscc unit) {
    return new LineQuery(item, Optional.of(unit), documentRef, before, limit);
  }

  public LineQuery of(ItemId item) {
    return new LineQuery(Optional.of(item), unit, documentRef, before, limit);
  }

  public LineQuery ofDocument(String documentRef) {
    return new LineQuery(item, unit, Optional.of(documentRef), before, limit);
  }
}
