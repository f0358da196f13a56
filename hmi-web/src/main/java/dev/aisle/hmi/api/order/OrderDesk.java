package dev.aisle.hmi.api.order;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;

/** Orders as screens see and change them. */
interface OrderDesk {
  Page<OrderRow> list(OrderFilter filter, ListQuery query);

  OrderView get(String id);

  OrderView enter(NewOrder order, String by);

  OrderView confirm(String id, String by);

  OrderView cancel(String id, String by);

  OrderView advance(String id, MilestoneName milestone, String by);
}
