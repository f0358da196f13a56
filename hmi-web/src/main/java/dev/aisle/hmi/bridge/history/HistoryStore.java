package dev.aisle.hmi.bridge.history;

import dev.aisle.hmi.live.fleet.VehicleHistory.Activity;
import dev.aisle.hmi.live.fleet.VehicleHistory.Charge;
import dev.aisle.hmi.live.fleet.VehicleHistory.Span;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spans and battery charges in the database. Bounded twice: by age, and by rows of each vehicle,
 * whichever comes first.
 */
@Component
class HistoryStore {
  static final Duration KEPT = Duration.ofDays(3);
  static final int MOST_SPANS = 10_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  HistoryStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  record SpanOf(String vehicle, Span span) {}

  record ChargeOf(String vehicle, Charge charge) {}

  /** A span that is there already only grows. */
  void write(List<SpanOf> spans, List<ChargeOf> charges) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.batchUpdate(
              """
              insert into vehicle_span (vehicle, began, ended, activity, transport)
              values (?, ?, ?, ?, ?)
              on conflict (vehicle, began) do update set ended = excluded.ended
              """,
              spans.stream()
                  .map(
                      one ->
                          new Object[] {
                            one.vehicle(),
                            Timestamp.from(one.span().from()),
                            Timestamp.from(one.span().to()),
                            one.span().activity().name(),
                            one.span().transport()
                          })
                  .toList());
          jdbc.batchUpdate(
              """
              insert into vehicle_charge (vehicle, at, percent) values (?, ?, ?)
              on conflict (vehicle, at) do nothing
              """,
              charges.stream()
                  .map(
                      one ->
                          new Object[] {
                            one.vehicle(), Timestamp.from(one.charge().at()), one.charge().percent()
                          })
                  .toList());
        });
  }

  List<Span> spans(String vehicle, Instant from) {
    return jdbc.query(
        """
        select began, ended, activity, transport from vehicle_span
        where vehicle = ? and ended > ? order by began
        """,
        (row, n) ->
            new Span(
                row.getTimestamp(1).toInstant(),
                row.getTimestamp(2).toInstant(),
                Activity.valueOf(row.getString(3)),
                row.getString(4)),
        vehicle,
        Timestamp.from(from));
  }

  List<Charge> charges(String vehicle, Instant from) {
    return jdbc.query(
        "select at, percent from vehicle_charge where vehicle = ? and at > ? order by at",
        (row, n) -> new Charge(row.getTimestamp(1).toInstant(), row.getDouble(2)),
        vehicle,
        Timestamp.from(from));
  }

  void forget(Instant now) {
    Timestamp oldest = Timestamp.from(now.minus(KEPT));
    jdbc.update("delete from vehicle_span where ended < ?", oldest);
    jdbc.update("delete from vehicle_charge where at < ?", oldest);
    jdbc.update(
        """
        delete from vehicle_span old using (
          select vehicle, began,
                 row_number() over (partition by vehicle order by began desc) as place
          from vehicle_span) counted
        where old.vehicle = counted.vehicle and old.began = counted.began and counted.place > ?
        """,
        MOST_SPANS);
  }
}
