package dev.aisle.wms.inbound.internal;

import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.inbound.AdviceRow;
import dev.aisle.wms.inbound.AdviceState;
import dev.aisle.wms.inbound.PalletState;
import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Lot;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Sscc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Advices as rows. Knows what is stored where, and nothing of the rules. */
@Component
class AdviceTable {
  private static final Map<String, String> SORTS =
      Map.of(
          "id",
          "a.id",
          "supplier",
          "a.supplier",
          "state",
          "a.state",
          "announcedAt",
          "announced_at");

  private final JdbcClient jdbc;

  AdviceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  AdviceId nextNumber() {
    long number = jdbc.sql("select nextval('advice_number')").query(Long.class).single();
    return new AdviceId("ASN-%06d".formatted(number));
  }

  /** False when the number was announced before. */
  boolean insert(AdviceId id, PartyId supplier, PartyId owner, Instant at) {
    return jdbc.sql(
                """
                insert into advice (id, supplier, owner, state, announced_at)
                values (:id, :supplier, :owner, 'ANNOUNCED', :at) on conflict (id) do nothing
                """)
            .param("id", id.value())
            .param("supplier", supplier.value())
            .param("owner", owner.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void insertPallet(AdviceId advice, int no, Sscc sscc, ItemId item, Lot lot, long quantity) {
    jdbc.sql(
            """
            insert into advice_pallet
              (sscc, advice, no, item, lot_code, lot_expiry, quantity, state)
            values (:sscc, :advice, :no, :item, :lot, :expiry, :quantity, 'ANNOUNCED')
            """)
        .param("sscc", sscc.digits())
        .param("advice", advice.value())
        .param("no", no)
        .param("item", item.value())
        .param("lot", lot.code())
        .param("expiry", lot.expiry().orElse(null))
        .param("quantity", quantity)
        .update();
  }

  /** The advice, and nobody else changes it until this transaction ends. */
  Optional<Advice> lock(AdviceId id) {
    jdbc.sql("select id from advice where id = :id for update")
        .param("id", id.value())
        .query(String.class)
        .list();
    return find(id);
  }

  Optional<Advice> find(AdviceId id) {
    List<Advice.Pallet> pallets =
        jdbc.sql("select * from advice_pallet where advice = :id order by no")
            .param("id", id.value())
            .query(AdviceTable::pallet)
            .list();
    return jdbc.sql("select * from advice where id = :id")
        .param("id", id.value())
        .query(
            (rs, n) ->
                new Advice(
                    id,
                    new PartyId(rs.getString("supplier")),
                    new PartyId(rs.getString("owner")),
                    AdviceState.valueOf(rs.getString("state")),
                    Optional.ofNullable(rs.getString("dock")).map(LocationId::new),
                    instant(rs, "announced_at").orElseThrow(),
                    instant(rs, "arrived_at"),
                    instant(rs, "unloading_at"),
                    instant(rs, "closed_at"),
                    Optional.ofNullable(rs.getString("closed_by")),
                    Optional.ofNullable(rs.getString("note")),
                    pallets))
        .optional();
  }

  Optional<AdviceId> adviceOf(Sscc unit) {
    return jdbc.sql("select advice from advice_pallet where sscc = :sscc")
        .param("sscc", unit.digits())
        .query((rs, n) -> new AdviceId(rs.getString("advice")))
        .optional();
  }

  Optional<AdviceId> at(LocationId dock) {
    return jdbc.sql(
            "select id from advice where dock = :dock and state in ('ARRIVED', 'UNLOADING')")
        .param("dock", dock.value())
        .query((rs, n) -> new AdviceId(rs.getString("id")))
        .optional();
  }

  List<AdviceId> announced() {
    return jdbc.sql("select id from advice where state = 'ANNOUNCED' order by announced_at, id")
        .query((rs, n) -> new AdviceId(rs.getString("id")))
        .list();
  }

  void arrived(AdviceId id, LocationId dock, Instant at) {
    jdbc.sql("update advice set state = 'ARRIVED', dock = :dock, arrived_at = :at where id = :id")
        .param("dock", dock.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  void unloading(AdviceId id, Instant at) {
    jdbc.sql("update advice set state = 'UNLOADING', unloading_at = :at where id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  void closed(AdviceId id, Instant at, String by, String note) {
    jdbc.sql(
            """
            update advice set state = 'CLOSED', closed_at = :at, closed_by = :by, note = :note
            where id = :id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("note", note.substring(0, Math.min(note.length(), 400)))
        .param("id", id.value())
        .update();
    jdbc.sql(
            "update advice_pallet set state = 'MISSING' where advice = :id and state = 'ANNOUNCED'")
        .param("id", id.value())
        .update();
  }

  void received(Sscc unit, Instant at) {
    jdbc.sql("update advice_pallet set state = 'RECEIVED', received_at = :at where sscc = :sscc")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("sscc", unit.digits())
        .update();
  }

  void damaged(Sscc unit) {
    jdbc.sql("update advice_pallet set state = 'DAMAGED' where sscc = :sscc")
        .param("sscc", unit.digits())
        .update();
  }

  Page<AdviceRow> list(ListQuery query) {
    var where =
        new StringBuilder(" from advice a left join party p on p.id = a.supplier where true");
    Map<String, Object> values = new HashMap<>();
    for (String field : List.of("state", "dock")) {
      query
          .filter(field)
          .ifPresent(
              value -> {
                where.append(" and a.").append(field).append(" = :").append(field);
                values.put(field, value);
              });
    }
    query
        .pattern()
        .ifPresent(
            pattern -> {
              where.append(
                  " and (a.id ilike :text or a.supplier ilike :text or p.name ilike :text)");
              values.put("text", pattern);
            });
    long total = jdbc.sql("select count(*)" + where).params(values).query(Long.class).single();
    List<AdviceRow> rows =
        jdbc.sql(
                "select a.*, coalesce(p.name, a.supplier) as supplier_name,"
                    + " (select count(*) from advice_pallet x where x.advice = a.id) as pallets,"
                    + " (select count(*) from advice_pallet x where x.advice = a.id"
                    + "   and x.state in ('RECEIVED', 'DAMAGED')) as received"
                    + where
                    + query.orderAndLimit(SORTS, "a.id"))
            .params(values)
            .query(
                (rs, n) ->
                    new AdviceRow(
                        new AdviceId(rs.getString("id")),
                        new PartyId(rs.getString("supplier")),
                        Objects.requireNonNull(rs.getString("supplier_name")),
                        Optional.ofNullable(rs.getString("dock")).map(LocationId::new),
                        AdviceState.valueOf(rs.getString("state")),
                        rs.getInt("pallets"),
                        rs.getInt("received"),
                        instant(rs, "announced_at").orElseThrow()))
            .list();
    return new Page<>(rows, total, query.page(), query.size());
  }

  private static Advice.Pallet pallet(ResultSet rs, int n) throws SQLException {
    return new Advice.Pallet(
        new Sscc(rs.getString("sscc")),
        new ItemId(rs.getString("item")),
        new Lot(
            Objects.requireNonNull(rs.getString("lot_code")),
            Optional.ofNullable(rs.getObject("lot_expiry", LocalDate.class))),
        rs.getLong("quantity"),
        PalletState.valueOf(rs.getString("state")),
        instant(rs, "received_at"));
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
