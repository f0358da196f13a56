package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.order.Allocation;
import dev.aisle.wms.outbound.Label;
import dev.aisle.wms.outbound.Parcel;
import dev.aisle.wms.outbound.Pick;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shared.StockStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders at stations, their picks and labels, as rows. */
@Component
class PickTable {
  private final JdbcClient jdbc;
  private final Clock clock;

  PickTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private Object now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  void assign(OrderId order, String station, Sscc parcel) {
    jdbc.sql(
            """
            insert into station_order (order_id, station, parcel, state, assigned_at)
            values (:order, :station, :parcel, 'PICKING', :now)
            """)
        .param("order", order.value())
        .param("station", station)
        .param("parcel", parcel.digits())
        .param("now", now())
        .update();
  }

  Optional<Parcel> parcel(OrderId order) {
    return jdbc.sql("select * from station_order where order_id = :order")
        .param("order", order.value())
        .query(PickTable::parcel)
        .optional();
  }

  Optional<Parcel> parcel(Sscc sscc) {
    return jdbc.sql("select * from station_order where parcel = :sscc")
        .param("sscc", sscc.digits())
        .query(PickTable::parcel)
        .optional();
  }

  /** Orders in this state, in the order in which they were given to their stations. */
  List<Parcel> inState(Parcel.State state) {
    return jdbc.sql("select * from station_order where state = :state order by turn")
        .param("state", state.name())
        .query(PickTable::parcel)
        .list();
  }

  /** Orders that are at a station and not yet packed. */
  Map<OrderId, Parcel> unpacked() {
    return jdbc
        .sql("select * from station_order where state in ('PICKING', 'WAITING', 'PACKING')")
        .query(PickTable::parcel)
        .list()
        .stream()
        .collect(Collectors.toMap(Parcel::order, parcel -> parcel));
  }

  void state(OrderId order, Parcel.State state) {
    jdbc.sql(
            """
            update station_order set state = :state,
              packed_at = case when :state = 'PACKED' then :now else null end
            where order_id = :order
            """)
        .param("state", state.name())
        .param("now", now())
        .param("order", order.value())
        .update();
  }

  void addPick(Allocation allocation, String station) {
    StockKey key = allocation.key();
    jdbc.sql(
            """
            insert into pick (order_id, line_no, allocation, station, unit, item, lot_code,
              lot_expiry, owner, quantity, state)
            values (:order, :line, :allocation, :station, :unit, :item, :lot, :expiry, :owner,
              :quantity, 'OPEN')
            on conflict (allocation) do nothing
            """)
        .param("order", allocation.order().value())
        .param("line", allocation.line())
        .param("allocation", allocation.id())
        .param("station", station)
        .param("unit", allocation.unit().digits())
        .param("item", key.item().value())
        .param("lot", key.lot().code())
        .param("expiry", key.lot().expiry().orElse(null))
        .param("owner", key.owner().value())
        .param("quantity", allocation.quantity().units())
        .update();
  }

  Optional<Pick> pick(long id) {
    return jdbc.sql("select * from pick where id = :id")
        .param("id", id)
        .query(PickTable::pick)
        .optional();
  }

  List<Pick> of(OrderId order) {
    return jdbc.sql("select * from pick where order_id = :order order by id")
        .param("order", order.value())
        .query(PickTable::pick)
        .list();
  }

  List<Pick> from(Sscc unit) {
    return jdbc.sql("select * from pick where unit = :unit order by id limit 1000")
        .param("unit", unit.digits())
        .query(PickTable::pick)
        .list();
  }

  List<Pick> open(String station, Sscc unit) {
    return jdbc.sql(
            """
            select p.* from pick p join station_order o on o.order_id = p.order_id
            where p.state = 'OPEN' and p.station = :station and p.unit = :unit
            order by o.turn, p.id
            """)
        .param("station", station)
        .param("unit", unit.digits())
        .query(PickTable::pick)
        .list();
  }

  /** Picks from this unit whose task was not opened yet; it counts as opened from now on. */
  List<Pick> toOffer(String station, Sscc unit) {
    return jdbc
        .sql(
            """
            update pick set offered = true
            where state = 'OPEN' and station = :station and unit = :unit and not offered
            returning *
            """)
        .param("station", station)
        .param("unit", unit.digits())
        .query(PickTable::pick)
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Pick::id))
        .toList();
  }

  /** Orders of which something was picked and nothing is left to pick, in their turn. */
  List<Parcel> pickedEmpty() {
    return jdbc.sql(
            """
            select o.* from station_order o
            where o.state = 'PICKING'
              and exists (select 1 from pick p where p.order_id = o.order_id and p.picked > 0)
              and not exists (select 1 from pick p
                where p.order_id = o.order_id and p.state = 'OPEN')
            order by o.turn
            """)
        .query(PickTable::parcel)
        .list();
  }

  /**
   * Units that orders at this station need and that are not at any position, those first that the
   * oldest order needs, then those that most need.
   */
  List<Sscc> wanted(String station, Instant notFailedSince) {
    return jdbc.sql(
            """
            select p.unit from pick p join station_order o on o.order_id = p.order_id
            where p.state = 'OPEN' and p.station = :station
              and not exists (select 1 from unit_at_position u where u.unit = p.unit
                and (u.state in ('COMING', 'HERE') or u.failed_at > :since))
            group by p.unit order by min(o.turn), count(*) desc, p.unit
            """)
        .param("station", station)
        .param("since", notFailedSince.atOffset(ZoneOffset.UTC))
        .query((rs, n) -> new Sscc(rs.getString("unit")))
        .list();
  }

  /** Stations where orders need this unit, the longest waiting first. */
  List<String> stationsWanting(Sscc unit) {
    return jdbc.sql(
            """
            select p.station from pick p join station_order o on o.order_id = p.order_id
            where p.state = 'OPEN' and p.unit = :unit
            group by p.station order by min(o.turn)
            """)
        .param("unit", unit.digits())
        .query(String.class)
        .list();
  }

  void ended(long pick, Pick.State state, Quantity picked, String by) {
    jdbc.sql("update pick set state = :state, picked = :picked, by = :by, at = :now where id = :id")
        .param("state", state.name())
        .param("picked", picked.units())
        .param("by", by)
        .param("now", now())
        .param("id", pick)
        .update();
  }

  void addLabel(Label label) {
    jdbc.sql(
            """
            insert into label (sscc, order_id, epc, zpl, made_at)
            values (:sscc, :order, :epc, :zpl, :at) on conflict (sscc) do nothing
            """)
        .param("sscc", label.sscc().digits())
        .param("order", label.order().value())
        .param("epc", label.tag().hex())
        .param("zpl", label.zpl())
        .param("at", label.madeAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Label> label(Sscc sscc) {
    return jdbc.sql("select * from label where sscc = :sscc")
        .param("sscc", sscc.digits())
        .query(
            (rs, n) ->
                new Label(
                    sscc,
                    new OrderId(rs.getString("order_id")),
                    new Epc(rs.getString("epc")),
                    Objects.requireNonNull(rs.getString("zpl")),
                    Objects.requireNonNull(rs.getTimestamp("made_at")).toInstant()))
        .optional();
  }

  private static Parcel parcel(ResultSet rs, int n) throws SQLException {
    return new Parcel(
        new Sscc(rs.getString("parcel")),
        new OrderId(rs.getString("order_id")),
        rs.getString("station"),
        Parcel.State.valueOf(rs.getString("state")),
        Optional.ofNullable(rs.getTimestamp("packed_at")).map(Timestamp::toInstant));
  }

  private static Pick pick(ResultSet rs, int n) throws SQLException {
    return new Pick(
        rs.getLong("id"),
        new OrderId(rs.getString("order_id")),
        rs.getInt("line_no"),
        rs.getLong("allocation"),
        rs.getString("station"),
        new Sscc(rs.getString("unit")),
        new StockKey(
            new ItemId(rs.getString("item")),
            new Lot(
                Objects.requireNonNull(rs.getString("lot_code")),
                Optional.ofNullable(rs.getObject("lot_expiry", LocalDate.class))),
            new PartyId(rs.getString("owner")),
            StockStatus.AVAILABLE),
        Quantity.of(rs.getLong("quantity")),
        Quantity.of(rs.getLong("picked")),
        Pick.State.valueOf(rs.getString("state")),
        Optional.ofNullable(rs.getString("by")),
        Optional.ofNullable(rs.getTimestamp("at")).map(Timestamp::toInstant));
  }
}
