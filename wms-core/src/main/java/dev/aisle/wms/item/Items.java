package dev.aisle.wms.item;

import dev.aisle.wms.shared.Gtin;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Saved;
import java.util.Optional;

/** The items this warehouse knows. */
public interface Items {
  Optional<Item> find(ItemId id);

  Optional<Item> byGtin(Gtin gtin);

  /** The item; one that does not exist is a mistake of the caller. */
  Item require(ItemId id);

  /** Searches id and name; sorts by id, name, category, weightG; filters by category. */
  Page<Item> list(ListQuery query);

  Saved save(Item item);
}
