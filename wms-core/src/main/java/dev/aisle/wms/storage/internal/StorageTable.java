package dev.aisle.wms.storage.internal;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.storage.Purpose;
import dev.aisle.wms.storage.SlotChoice;
import dev.aisle.wms.task.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions about slots, and units that wait for one. */
@Component
class StorageTable {
  private final JdbcClient jdbc;

  StorageTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A unit that waits. */
  record Waiting(Sscc unit, Purpose purpose) {}

  void decided(SlotChoice choice) {
    jdbc.sql(
            """
            insert into put_away_decision (unit, place, slot, reason, facts, at)
            values (:unit, :place, :slot, :reason, :facts, :at)
            """)
        .param("unit", choice.unit().digits())
        .param("place", choice.from().value())
        .param("slot", choice.slot().map(LocationId::value).orElse(null))
        .param("reason", choice.reason())
        .param("facts", Facts.toJson(choice.facts()))
        .param("at", choice.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<SlotChoice> choices(Sscc unit) {
    return jdbc.sql("select * from put_away_decision where unit = :unit order by id limit 500")
        .param("unit", unit.digits())
        .query(StorageTable::choice)
        .list();
  }

  /** Says whether it is new among those that wait. */
  boolean waits(Sscc unit, Purpose purpose, Instant since, Instant notBefore) {
    return jdbc.sql(
                """
                insert into put_away_waiting (unit, purpose, since, not_before)
                values (:unit, :purpose, :since, :notBefore)
                on conflict (unit) do nothing
                """)
            .param("unit", unit.digits())
            .param("purpose", purpose.name())
            .param("since", since.atOffset(ZoneOffset.UTC))
            .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void waitsNoMore(Sscc unit) {
    jdbc.sql("delete from put_away_waiting where unit = :unit")
        .param("unit", unit.digits())
        .update();
  }

  /** Returning units first: they stand where work is waiting. */
  List<Waiting> waiting(Instant now) {
    return jdbc.sql(
            """
            select * from put_away_waiting where not_before <= :now
            order by purpose = 'RETURN' desc, since, unit
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (rs, n) ->
                new Waiting(
                    new Sscc(rs.getString("unit")), Purpose.valueOf(rs.getString("purpose"))))
        .list();
  }

  private static SlotChoice choice(ResultSet rs, int n) throws SQLException {
    Map<String, String> facts = Facts.fromJson(Objects.requireNonNull(rs.getString("facts")));
    return new SlotChoice(
        new Sscc(rs.getString("unit")),
        new LocationId(rs.getString("place")),
        Optional.ofNullable(rs.getString("slot")).map(LocationId::new),
        Objects.requireNonNull(rs.getString("reason")),
        facts,
        Objects.requireNonNull(rs.getTimestamp("at")).toInstant());
  }
}
