package dev.aisle.wms.inventory.internal;

import dev.aisle.wms.inventory.StockViews;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shared.StockStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stock as people look at it, straight from the balances. */
@Service
@Transactional(readOnly = true)
class StoredStockViews implements StockViews {
  private static final String BY_ITEM =
      """
       from (
        select b.item, i.name, sum(b.on_hand) as on_hand, sum(b.reserved) as reserved,
               count(distinct b.account_id) as units, min(b.lot_expiry) as oldest_expiry
        from balance b join item i on i.id = b.item
        where b.account_kind in ('UNIT', 'LOCATION') and b.on_hand <> 0
          and (:text = '' or b.item ilike :text or i.name ilike :text)
        group by b.item, i.name) s
      """;

  private static final Map<String, String> ITEM_FIELDS =
      Map.of(
          "item", "item",
          "name", "name",
          "onHand", "on_hand",
          "reserved", "reserved",
          "free", "on_hand - reserved",
          "units", "units",
          "oldestExpiry", "oldest_expiry");

  private static final String BY_LOCATION =
      """
       from location l
      left join handling_unit u on u.place = l.id
      left join balance b on b.on_hand <> 0
        and (b.account_kind = 'UNIT' and b.account_id = u.sscc
          or b.account_kind = 'LOCATION' and b.account_id = l.id and u.sscc is null)
      left join item i on i.id = b.item
      where (:location = '' or l.id = :location)
        and (:type = '' or l.type = :type)
        and (:zone = '' or l.zone = :zone)
        and (:item = '' or b.item = :item)
        and (:text = '' or l.id ilike :text or u.sscc ilike :text or b.item ilike :text
          or i.name ilike :text)
      """;

  private static final Map<String, String> LOCATION_FIELDS =
      Map.of(
          "location", "l.id",
          "type", "l.type",
          "zone", "l.zone",
          "unit", "u.sscc",
          "item", "b.item",
          "itemName", "i.name",
          "onHand", "b.on_hand",
          "reserved", "b.reserved",
          "lot", "b.lot_code",
          "expiry", "b.lot_expiry");

  private final JdbcClient jdbc;

  StoredStockViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Page<ItemStock> byItem(ListQuery query) {
    Map<String, String> values = Map.of("text", query.pattern().orElse(""));
    long total = jdbc.sql("select count(*)" + BY_ITEM).params(values).query(Long.class).single();
    var items =
        jdbc.sql(
                "select item, name, on_hand, reserved, units, oldest_expiry"
                    + BY_ITEM
                    + query.orderAndLimit(ITEM_FIELDS, "item"))
            .params(values)
            .query(
                (row, number) ->
                    new ItemStock(
                        new ItemId(row.getString("item")),
                        row.getString("name"),
                        row.getLong("on_hand"),
                        row.getLong("reserved"),
                        row.getLong("units"),
                        Optional.ofNullable(row.getObject("oldest_expiry", LocalDate.class))))
            .list();
    return new Page<>(items, total, query.page(), query.size());
  }

  @Override
  public Page<PlaceStock> byLocation(ListQuery query) {
    Map<String, String> values =
        Map.of(
            "text", query.pattern().orElse(""),
            "location", query.filter("location").orElse(""),
            "type", query.filter("type").orElse(""),
            "zone", query.filter("zone").orElse(""),
            "item", query.filter("item").orElse(""));
    long total =
        jdbc.sql("select count(*)" + BY_LOCATION).params(values).query(Long.class).single();
    var places =
        jdbc.sql(
                """
                select l.id as location, l.type, l.zone, u.sscc, b.item, i.name, b.lot_code,
                       b.lot_expiry, b.owner, b.status, b.on_hand, b.reserved
                """
                    + BY_LOCATION
                    + query.orderAndLimit(LOCATION_FIELDS, "l.id, u.sscc, b.id"))
            .params(values)
            .query(StoredStockViews::place)
            .list();
    return new Page<>(places, total, query.page(), query.size());
  }

  private static PlaceStock place(ResultSet row, int number) throws SQLException {
    return new PlaceStock(
        new LocationId(row.getString("location")),
        row.getString("type"),
        row.getString("zone"),
        Optional.ofNullable(row.getString("sscc")).map(Sscc::new),
        row.getString("item") == null ? Optional.empty() : Optional.of(content(row)));
  }

  private static Content content(ResultSet row) throws SQLException {
    return new Content(
        new ItemId(row.getString("item")),
        row.getString("name"),
        Rows.lot(row),
        new PartyId(row.getString("owner")),
        StockStatus.valueOf(row.getString("status")),
        row.getLong("on_hand"),
        row.getLong("reserved"));
  }
}
