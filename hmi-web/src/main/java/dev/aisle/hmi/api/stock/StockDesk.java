package dev.aisle.hmi.api.stock;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import org.jspecify.annotations.Nullable;

/** Stock as screens see it. */
interface StockDesk {
  Page<StockByItem> byItem(ListQuery query);

  Page<StockByLocation> byLocation(@Nullable String item, @Nullable String zone, ListQuery query);
}
