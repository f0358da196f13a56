package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.outbound.UnitAtPosition;
import dev.aisle.wms.shared.EvidenceKind;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which unit is at which pick position, or on its way there or back. */
@Component
class PositionTable {
  private final JdbcClient jdbc;
  private final Clock clock;

  PositionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private Object now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  void coming(Sscc unit, String station, LocationId position) {
    jdbc.sql(
            """
            insert into unit_at_position (unit, station, position, state, requested_at)
            values (:unit, :station, :position, 'COMING', :now)
            """)
        .param("unit", unit.digits())
        .param("station", station)
        .param("position", position.value())
        .param("now", now())
        .update();
  }

  List<UnitAtPosition> all() {
    return jdbc.sql("select * from unit_at_position where state <> 'GONE' order by id")
        .query(PositionTable::row)
        .list();
  }

  Optional<UnitAtPosition> at(LocationId position) {
    return jdbc.sql("select * from unit_at_position where position = :p and state <> 'GONE'")
        .param("p", position.value())
        .query(PositionTable::row)
        .optional();
  }

  /** On its way to a position, or there. */
  Optional<UnitAtPosition> of(Sscc unit) {
    return jdbc.sql(
            "select * from unit_at_position where unit = :u and state in ('COMING', 'HERE')")
        .param("u", unit.digits())
        .query(PositionTable::row)
        .optional();
  }

  /** The unit that left a position last. */
  Optional<Sscc> lastGone(LocationId position) {
    return jdbc.sql(
            """
            select unit from unit_at_position where position = :p and state = 'GONE'
            order by id desc limit 1
            """)
        .param("p", position.value())
        .query((rs, n) -> new Sscc(rs.getString("unit")))
        .optional();
  }

  void arrived(long id) {
    set(id, "state = 'HERE', arrived_at = :now");
  }

  /** It was to leave, and does not. */
  void stays(long id) {
    set(id, "state = 'HERE', arrived_at = coalesce(arrived_at, :now)");
  }

  void leaving(long id) {
    set(id, "state = 'LEAVING', arrived_at = coalesce(arrived_at, :now)");
  }

  void gone(long id) {
    set(id, "state = 'GONE', arrived_at = coalesce(arrived_at, :now)");
  }

  void failed(long id) {
    set(id, "state = 'GONE', failed_at = :now");
  }

  void confirmed(long id, EvidenceKind by) {
    jdbc.sql("update unit_at_position set confirmed_by = :by where id = :id")
        .param("by", by.name())
        .param("id", id)
        .update();
  }

  void hold(long id, @Nullable String because) {
    jdbc.sql("update unit_at_position set held_because = :because where id = :id")
        .param("because", because)
        .param("id", id)
        .update();
  }

  private void set(long id, String change) {
    jdbc.sql("update unit_at_position set " + change + " where id = :id")
        .param("now", now())
        .param("id", id)
        .update();
  }

  private static UnitAtPosition row(ResultSet rs, int n) throws SQLException {
    return new UnitAtPosition(
        rs.getLong("id"),
        new Sscc(rs.getString("unit")),
        Objects.requireNonNull(rs.getString("station")),
        new LocationId(rs.getString("position")),
        UnitAtPosition.State.valueOf(rs.getString("state")),
        Objects.requireNonNull(rs.getTimestamp("requested_at")).toInstant(),
        Optional.ofNullable(rs.getString("confirmed_by")).map(EvidenceKind::valueOf),
        Optional.ofNullable(rs.getString("held_because")));
  }
}
