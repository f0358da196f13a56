package dev.aisle.hmi.api.masterdata;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Master data as screens see and feed it. */
interface MasterDataDesk {
  Page<ItemView> items(@Nullable String category, ListQuery query);

  Page<PartyView> parties(@Nullable String role, ListQuery query);

  Page<LocationView> locations(@Nullable String type, ListQuery query);

  ImportResult importCsv(String kind, Reader csv, String by);
}
