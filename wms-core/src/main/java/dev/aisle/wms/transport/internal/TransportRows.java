package dev.aisle.wms.transport.internal;

import dev.aisle.wms.inventory.Move;
import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Page;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportFailure;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.TransportState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of transports. */
@Component
class TransportRows {
  private static final String SELECT = "select * from transport ";
  private static final String OPEN = "state in ('REQUESTED', 'ACCEPTED', 'ASSIGNED', 'PICKED_UP')";

  private static final Map<String, String> FIELDS =
      Map.of(
          "id", "id",
          "unit", "sscc",
          "from", "from_location",
          "to", "to_location",
          "state", "state",
          "vehicle", "vehicle",
          "requestedAt", "requested_at",
          "pickedUpAt", "picked_up_at",
          "deliveredAt", "delivered_at",
          "priority", "priority");

  private final JdbcClient jdbc;

  TransportRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Transport insert(Move move, int priority, long goodsG, Instant now) {
    String id =
        jdbc.sql(
                """
                insert into transport (id, move_id, sscc, from_location, to_location, priority,
                  goods_g, purpose, state, requested_at)
                select 'T-' || lpad(n::text, greatest(6, length(n::text)), '0'), :move, u.sscc,
                  u.place, :to, :priority, :goods, :purpose, 'REQUESTED', :now
                from handling_unit u, nextval('transport_number') n where u.sscc = :sscc
                returning id
                """)
            .param("move", move.id().number())
            .param("sscc", move.unit().digits())
            .param("to", move.to().value())
            .param("priority", priority)
            .param("goods", goodsG)
            .param("purpose", move.purpose())
            .param("now", utc(now))
            .query(String.class)
            .single();
    return require(new TransportId(id));
  }

  Optional<Transport> find(TransportId id) {
    return jdbc.sql(SELECT + "where id = ?")
        .param(id.value())
        .query(TransportRows::transport)
        .optional();
  }

  Transport require(TransportId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no transport " + id));
  }

  /** The unit has to be locked before. */
  Transport lock(TransportId id) {
    return jdbc.sql(SELECT + "where id = ? for no key update")
        .param(id.value())
        .query(TransportRows::transport)
        .single();
  }

  Optional<Transport> openFor(MoveId move) {
    return jdbc.sql(SELECT + "where move_id = ? and " + OPEN)
        .param(move.number())
        .query(TransportRows::transport)
        .optional();
  }

  List<Transport> open() {
    return jdbc.sql(SELECT + "where " + OPEN + " order by requested_at, id")
        .query(TransportRows::transport)
        .list();
  }

  List<Transport> of(Sscc unit) {
    return jdbc.sql(SELECT + "where sscc = ? order by requested_at, id")
        .param(unit.digits())
        .query(TransportRows::transport)
        .list();
  }

  Page<Transport> list(ListQuery query) {
    String state = query.filter("state").orElse("").toUpperCase(Locale.ROOT);
    String condition =
        "where (:text = '' or id ilike :text or sscc ilike :text or vehicle ilike :text)"
            + " and (:unit = '' or sscc = :unit) and (:vehicle = '' or vehicle = :vehicle)"
            + " and (:state = '' or state = :state or :state = 'OPEN' and "
            + OPEN
            + ")";
    Map<String, String> values =
        Map.of(
            "text", query.pattern().orElse(""),
            "unit", query.filter("unit").orElse(""),
            "vehicle", query.filter("vehicle").orElse(""),
            "state", state);
    long total =
        jdbc.sql("select count(*) from transport " + condition)
            .params(values)
            .query(Long.class)
            .single();
    List<Transport> items =
        jdbc.sql(SELECT + condition + query.orderAndLimit(FIELDS, "id"))
            .params(values)
            .query(TransportRows::transport)
            .list();
    return new Page<>(items, total, query.page(), query.size());
  }

  void accepted(TransportId id, Instant now) {
    jdbc.sql("update transport set state = 'ACCEPTED', accepted_at = ? where id = ?")
        .params(utc(now), id.value())
        .update();
  }

  void assigned(TransportId id, LocationId vehicle, Instant at) {
    jdbc.sql("update transport set state = 'ASSIGNED', vehicle = ?, assigned_at = ? where id = ?")
        .params(vehicle.value(), utc(at), id.value())
        .update();
  }

  void unassigned(TransportId id) {
    jdbc.sql("update transport set state = 'ACCEPTED', vehicle = null where id = ?")
        .param(id.value())
        .update();
  }

  void rerouted(TransportId id, LocationId to) {
    jdbc.sql("update transport set to_location = ? where id = ?")
        .params(to.value(), id.value())
        .update();
  }

  void pickedUp(TransportId id, LocationId vehicle, TransportState state, Instant at) {
    jdbc.sql("update transport set state = ?, vehicle = ?, picked_up_at = ? where id = ?")
        .params(state.name(), vehicle.value(), utc(at), id.value())
        .update();
  }

  void delivered(TransportId id, LocationId to, TransportState state, Instant at) {
    jdbc.sql(
            """
            update transport set state = ?, delivered_to = ?, delivered_at = ?, ended_at = ?
            where id = ?
            """)
        .params(state.name(), to.value(), utc(at), utc(at), id.value())
        .update();
  }

  void end(TransportId id, TransportState state, TransportFailure why, Instant at) {
    jdbc.sql(
            """
            update transport set state = ?, failure = ?, failure_values = ?, ended_at = ?
            where id = ?
            """)
        .params(state.name(), why.code(), why.values().toArray(String[]::new), utc(at), id.value())
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Transport transport(ResultSet row, int number) throws SQLException {
    return new Transport(
        new TransportId(row.getString("id")),
        new MoveId(row.getLong("move_id")),
        new Sscc(row.getString("sscc")),
        new LocationId(row.getString("from_location")),
        new LocationId(row.getString("to_location")),
        row.getInt("priority"),
        row.getLong("goods_g"),
        row.getString("purpose"),
        TransportState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("vehicle")).map(LocationId::new),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        instant(row, "assigned_at"),
        instant(row, "picked_up_at"),
        instant(row, "delivered_at"),
        failure(row));
  }

  private static Optional<TransportFailure> failure(ResultSet row) throws SQLException {
    String code = row.getString("failure");
    return code == null
        ? Optional.empty()
        : Optional.of(
            new TransportFailure(
                code, List.of((String[]) row.getArray("failure_values").getArray())));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
