package dev.aisle.wms.shipment.internal;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.LoadId;
import dev.aisle.wms.shipment.Shipment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads as rows. */
@Component
class LoadTable {
  private static final int MOST_EXTRAS = 1_000;

  private static final Map<String, String> FIELDS =
      Map.of(
          "id", "id",
          "dock", "dock",
          "openedAt", "opened_at",
          "closedAt", "closed_at",
          "closedBy", "closed_by",
          "reason", "reason");

  private final JdbcClient jdbc;

  LoadTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * True when a further parcel may be brought to the dock.
   *
   * @param holds so many parcels go on one truck
   */
  boolean takesMore(LocationId dock, int holds) {
    return jdbc.sql(
            """
            select state = 'LOADING'
                and (select count(*) from shipment s where s.load = l.id) < :holds
            from load l where dock = :dock and state <> 'LEFT'
            """)
        .param("holds", holds)
        .param("dock", dock.value())
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  /** Parcels at, or on the way to, a dock that are on no papers yet. */
  List<Shipment> onNoPapers() {
    return jdbc.sql(
            """
            select * from shipment where load is null and state in ('STAGING', 'STAGED')
            order by packed_at, parcel
            """)
        .query(ShipmentTable::row)
        .list();
  }

  /** Puts a parcel on the papers of the dock's load, which is opened when there is none. */
  void join(Sscc parcel, LocationId dock, Instant at) {
    jdbc.sql(
            """
            insert into load (dock, state, opened_at) values (:dock, 'LOADING', :at)
            on conflict (dock) where state <> 'LEFT' do nothing
            """)
        .param("dock", dock.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            update shipment
            set load = (select id from load where dock = :dock and state <> 'LEFT')
            where parcel = :parcel
            """)
        .param("dock", dock.value())
        .param("parcel", parcel.digits())
        .update();
  }

  /** The parcel is on the truck. */
  void loaded(Sscc parcel, Actor by) {
    jdbc.sql(
            """
            update shipment s set loaded_by = :by, load_pass = l.passes + 1
            from load l where l.id = s.load and s.parcel = :parcel
            """)
        .param("by", by.name())
        .param("parcel", parcel.digits())
        .update();
  }

  /** The same tag again changes nothing but that it is not settled any more. */
  void extra(LoadId load, String tag, Optional<Sscc> unit, String readPoint, Instant at) {
    jdbc.sql(
            """
            insert into load_extra (load, tag, unit, read_point, seen_at, pass)
            select l.id, :tag, :unit, :readPoint, :at, l.passes + 1 from load l
            where l.id = :load
              and (select count(*) from load_extra e where e.load = l.id) < :most
            on conflict (load, tag) do update
            set settled_at = null, settled_by = null, note = null, seen_at = excluded.seen_at,
                pass = excluded.pass
            """)
        .param("load", load.value())
        .param("tag", tag)
        .param("unit", unit.map(Sscc::digits).orElse(null))
        .param("readPoint", readPoint)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("most", MOST_EXTRAS)
        .update();
  }

  /** One tag, or all of them when none is named; false when nothing was open. */
  boolean settle(LoadId load, Optional<String> tag, Actor by, String note, Instant at) {
    return jdbc.sql(
                """
            update load_extra set settled_at = :at, settled_by = :by, note = :note
            where load = :load and settled_at is null and (:tag::text is null or tag = :tag)
            """)
            .param("load", load.value())
            .param("tag", tag.orElse(null))
            .param("by", by.name())
            .param("note", note)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  boolean settleUnit(LoadId load, Sscc unit, Actor by, String note, Instant at) {
    return jdbc.sql(
                """
            update load_extra set settled_at = :at, settled_by = :by, note = :note
            where load = :load and settled_at is null and unit = :unit
            """)
            .param("load", load.value())
            .param("unit", unit.digits())
            .param("by", by.name())
            .param("note", note)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  void checked(LoadId load, Actor by, Instant at) {
    jdbc.sql(
            """
            update load set state = 'CHECKING', passes = passes + 1, checked_at = :at,
              checked_by = :by
            where id = :load and state <> 'LEFT'
            """)
        .param("load", load.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.name())
        .update();
  }

  boolean noMore(LoadId load, Actor by, Instant at) {
    return jdbc.sql(
                """
            update load set state = 'CHECKING', checked_at = :at, checked_by = :by
            where id = :load and state <> 'LEFT'
            """)
            .param("load", load.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by.name())
            .update()
        > 0;
  }

  boolean goOn(LoadId load) {
    return jdbc.sql("update load set state = 'LOADING' where id = :load and state <> 'LEFT'")
            .param("load", load.value())
            .update()
        > 0;
  }

  /** What is missing leaves the papers, and is kept beside them. */
  void left(Load load, Actor by, Optional<String> reason, Instant at) {
    for (Load.Parcel missing : load.missing()) {
      jdbc.sql("insert into load_missing (load, parcel, order_id) values (:load, :parcel, :order)")
          .param("load", load.id().value())
          .param("parcel", missing.sscc().digits())
          .param("order", missing.order().value())
          .update();
      jdbc.sql("update shipment set load = null where parcel = :parcel")
          .param("parcel", missing.sscc().digits())
          .update();
    }
    jdbc.sql(
            """
            update load set state = 'LEFT', closed_at = :at, closed_by = :by, reason = :reason
            where id = :load
            """)
        .param("load", load.id().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.name())
        .param("reason", reason.orElse(null))
        .update();
  }

  Optional<Load> find(LoadId id) {
    return jdbc.sql("select * from load where id = :id")
        .param("id", id.value())
        .query(this::row)
        .optional();
  }

  Optional<Load> openAt(LocationId dock) {
    return jdbc.sql("select * from load where dock = :dock and state <> 'LEFT'")
        .param("dock", dock.value())
        .query(this::row)
        .optional();
  }

  List<Load> open() {
    return jdbc.sql("select * from load where state <> 'LEFT' order by opened_at, id")
        .query(this::row)
        .list();
  }

  List<Load> left(int limit) {
    return jdbc.sql("select * from load where state = 'LEFT' order by closed_at desc limit :limit")
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  Page<Load> list(ListQuery query) {
    String condition =
        """
        where (:text = '' or id::text ilike :text or dock ilike :text or closed_by ilike :text
            or reason ilike :text
            or exists (select 1 from shipment s where s.load = load.id
              and (s.parcel ilike :text or s.order_id ilike :text))
            or exists (select 1 from load_missing m where m.load = load.id
              and (m.parcel ilike :text or m.order_id ilike :text)))
          and (:dock = '' or dock = :dock) and (:state = '' or state = :state)
          and (:byHand = '' or (reason is not null) = (:byHand = 'true'))
        """;
    Map<String, String> values =
        Map.of(
            "text", query.pattern().orElse(""),
            "dock", query.filter("dock").orElse(""),
            "state", query.filter("state").orElse("").toUpperCase(Locale.ROOT),
            "byHand", query.filter("byHand").orElse(""));
    long total =
        jdbc.sql("select count(*) from load " + condition)
            .params(values)
            .query(Long.class)
            .single();
    List<Load> items =
        jdbc.sql("select * from load " + condition + query.orderAndLimit(FIELDS, "id"))
            .params(values)
            .query(this::row)
            .list();
    return new Page<>(items, total, query.page(), query.size());
  }

  List<Load> of(Sscc parcel) {
    return jdbc.sql(
            """
            select * from load where id in (select load from shipment where parcel = :parcel
              union select load from load_missing where parcel = :parcel) order by id
            """)
        .param("parcel", parcel.digits())
        .query(this::row)
        .list();
  }

  private Load row(ResultSet rs, int n) throws SQLException {
    long id = rs.getLong("id");
    return new Load(
        new LoadId(id),
        new LocationId(rs.getString("dock")),
        Load.State.valueOf(rs.getString("state")),
        Objects.requireNonNull(rs.getTimestamp("opened_at")).toInstant(),
        rs.getInt("passes"),
        instant(rs, "checked_at"),
        instant(rs, "closed_at"),
        Optional.ofNullable(rs.getString("closed_by")),
        Optional.ofNullable(rs.getString("reason")),
        parcels(id),
        extras(id),
        leftBehind(id));
  }

  private List<Load.Parcel> parcels(long load) {
    return jdbc.sql("select * from shipment where load = :load order by packed_at, parcel")
        .param("load", load)
        .query(
            (rs, n) ->
                new Load.Parcel(
                    new Sscc(rs.getString("parcel")),
                    new OrderId(rs.getString("order_id")),
                    Shipment.State.valueOf(rs.getString("state")),
                    instant(rs, "left_at"),
                    Optional.ofNullable(rs.getString("loaded_by")),
                    rs.getInt("load_pass")))
        .list();
  }

  private List<Load.Extra> extras(long load) {
    return jdbc.sql("select * from load_extra where load = :load order by seen_at, tag")
        .param("load", load)
        .query(
            (rs, n) ->
                new Load.Extra(
                    rs.getString("tag"),
                    Optional.ofNullable(rs.getString("unit")).map(Sscc::new),
                    rs.getString("read_point"),
                    Objects.requireNonNull(rs.getTimestamp("seen_at")).toInstant(),
                    rs.getInt("pass"),
                    Optional.ofNullable(rs.getString("settled_by")),
                    Optional.ofNullable(rs.getString("note"))))
        .list();
  }

  private List<Load.LeftBehind> leftBehind(long load) {
    return jdbc.sql("select * from load_missing where load = :load order by parcel")
        .param("load", load)
        .query(
            (rs, n) ->
                new Load.LeftBehind(
                    new Sscc(rs.getString("parcel")), new OrderId(rs.getString("order_id"))))
        .list();
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
