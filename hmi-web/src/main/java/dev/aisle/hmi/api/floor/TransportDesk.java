package dev.aisle.hmi.api.floor;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import org.jspecify.annotations.Nullable;

/** Transports as screens see and stop them. */
interface TransportDesk {
  Page<TransportView> list(@Nullable String state, @Nullable String vehicle, ListQuery query);

  TransportView cancel(String id, String by);
}
