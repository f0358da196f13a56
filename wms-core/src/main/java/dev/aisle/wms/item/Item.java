package dev.aisle.wms.item;

import dev.aisle.wms.shared.Gtin;
import dev.aisle.wms.shared.ItemId;
import java.util.Optional;

/**
 * What is stored.
 *
 * @param each size of one base unit
 * @param weightG gross weight of one base unit, grams
 * @param unitsPerCase base units in a full case
 * @param casesPerPallet full cases on a full pallet
 * @param shelfLifeDays days from production to best before, when the item has such a date
 */
public record Item(
    ItemId id,
    String name,
    Gtin gtin,
    Dimensions each,
    long weightG,
    int unitsPerCase,
    int casesPerPallet,
    Optional<Integer> shelfLifeDays,
    String category) {
  public Item {
    if (name.isBlank() || name.length() > 200 || category.length() > 100) {
      throw new IllegalArgumentException(
          "item %s: name or category missing or too long".formatted(id));
    }
    if (weightG < 0 || unitsPerCase < 1 || casesPerPallet < 1) {
      throw new IllegalArgumentException("item %s: weight or packing not positive".formatted(id));
    }
    if (shelfLifeDays.filter(days -> days < 1).isPresent()) {
      throw new IllegalArgumentException("item %s: shelf life under one day".formatted(id));
    }
  }

  /** Base units on a full pallet. */
  public long unitsPerPallet() {
    return (long) unitsPerCase * casesPerPallet;
  }
}
