package dev.aisle.hmi.bridge.recovery;

import dev.aisle.hmi.live.fleet.RecoveryPort.Found;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Aboard;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Fate;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Past;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who found what at which vehicle, when, and what was decided. */
@Component
class RecoveryLog {
  /** Of each vehicle. */
  static final int KEPT = 500;

  private static final int SHOWN = 10;

  private final JdbcClient db;

  RecoveryLog(JdbcClient db) {
    this.db = db;
  }

  void write(String vehicle, Found found, Optional<String> transport, String by, Instant at) {
    db.sql(
            """
            insert into vehicle_recovery
              (vehicle, node, aboard, unit, fate, put_at, transport, note, done_by, done_at)
            values (:vehicle, :node, :aboard, :unit, :fate, :putAt, :transport, :note, :by, :at)
            """)
        .param("vehicle", vehicle)
        .param("node", found.node())
        .param("aboard", found.aboard().name())
        .param("unit", found.unit().orElse(null))
        .param("fate", found.fate().name())
        .param("putAt", found.putAt().orElse(null))
        .param("transport", transport.orElse(null))
        .param("note", found.note())
        .param("by", by)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
    db.sql(
            """
            delete from vehicle_recovery where vehicle = :vehicle and id <= (
              select id from vehicle_recovery where vehicle = :vehicle
              order by id desc offset :kept limit 1)
            """)
        .param("vehicle", vehicle)
        .param("kept", KEPT)
        .update();
  }

  List<Past> of(String vehicle) {
    return db.sql("select * from vehicle_recovery where vehicle = ? order by id desc limit ?")
        .params(vehicle, SHOWN)
        .query(
            (row, number) ->
                new Past(
                    row.getObject("done_at", OffsetDateTime.class).toInstant(),
                    row.getString("done_by"),
                    row.getString("node"),
                    Aboard.valueOf(row.getString("aboard")),
                    row.getString("unit"),
                    Fate.valueOf(row.getString("fate")),
                    row.getString("put_at"),
                    row.getString("transport"),
                    row.getString("note")))
        .list();
  }
}
