package dev.aisle.wms.capture.internal;

import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.HandlingUnitSeen;
import dev.aisle.wms.capture.Sighting;
import dev.aisle.wms.capture.Sighting.Outcome;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.capture.TagSighting;
import dev.aisle.wms.capture.UnknownTag;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sightings in the database. Two sightings of one tag at one read point wait for each other. */
@Service
@Transactional
class StoredSightings implements Sightings {
  private final JdbcClient jdbc;
  private final Units units;
  private final ApplicationEventPublisher events;

  /** Bounded by the read points of the site. */
  private final Map<String, Duration> sameTagAgainAfter = new ConcurrentHashMap<>();

  StoredSightings(JdbcClient jdbc, Units units, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.units = units;
    this.events = events;
  }

  private record Presence(Instant lastSeen, long sighting, Outcome outcome) {}

  @Override
  public void declare(String readPoint, Duration after) {
    sameTagAgainAfter.put(readPoint, after);
  }

  @Override
  public Outcome record(TagSighting sighting) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(sighting.readPoint() + "|" + sighting.epc() + "|" + sighting.direction())
        .query()
        .singleRow();
    Optional<Sscc> unit = unitOf(sighting.epc());
    Optional<Presence> before = presence(sighting);
    if (before.isPresent() && isRepeat(sighting, before.get(), unit.isPresent())) {
      countRepeat(sighting, before.get());
      return Outcome.REPEATED;
    }
    Outcome outcome = unit.isPresent() ? Outcome.SEEN : Outcome.UNKNOWN;
    keep(sighting, unit, outcome);
    events.publishEvent(unit.<Object>map(sscc -> seen(sighting, sscc)).orElse(unknown(sighting)));
    return outcome;
  }

  /** A tag that meant nothing before and means a unit now is news, however soon it comes. */
  private boolean isRepeat(TagSighting sighting, Presence before, boolean known) {
    if (known && before.outcome() == Outcome.UNKNOWN) {
      return false;
    }
    Duration after = sameTagAgainAfter.getOrDefault(sighting.readPoint(), SAME_TAG_AGAIN_AFTER);
    return sighting.first().isBefore(before.lastSeen().plus(after));
  }

  /** By the tag bound to it, or by the SSCC that the tag itself carries. */
  private Optional<Sscc> unitOf(Epc tag) {
    return units
        .byTag(tag)
        .or(() -> tag.asSscc().flatMap(units::find))
        .or(() -> units.lastByTag(tag))
        .map(HandlingUnit::sscc);
  }

  private Optional<Presence> presence(TagSighting sighting) {
    return jdbc.sql(
            """
            select p.last_seen, p.sighting, s.outcome
            from tag_presence p join tag_sighting s on s.id = p.sighting
            where p.read_point = ? and p.epc = ? and p.direction = ?
            """)
        .params(sighting.readPoint(), sighting.epc().hex(), sighting.direction().name())
        .query(
            (row, number) ->
                new Presence(
                    instant(row, "last_seen"),
                    row.getLong("sighting"),
                    Outcome.valueOf(row.getString("outcome"))))
        .optional();
  }

  private void countRepeat(TagSighting sighting, Presence before) {
    jdbc.sql(
            """
            update tag_sighting set repeats = repeats + 1, reads = reads + ?,
              last_seen = greatest(last_seen, ?) where id = ?
            """)
        .params(sighting.count(), utc(sighting.last()), before.sighting())
        .update();
    jdbc.sql(
            """
            update tag_presence set last_seen = greatest(last_seen, ?)
            where read_point = ? and epc = ? and direction = ?
            """)
        .params(
            utc(sighting.last()),
            sighting.readPoint(),
            sighting.epc().hex(),
            sighting.direction().name())
        .update();
  }

  private void keep(TagSighting sighting, Optional<Sscc> unit, Outcome outcome) {
    OptionalDouble rssi = sighting.peakRssi();
    long id =
        jdbc.sql(
                """
                insert into tag_sighting (read_point, location, step, epc, sscc, first_seen,
                  last_seen, reads, peak_rssi, direction, outcome)
                values (:readPoint, :location, :step, :epc, :sscc, :first, :last, :reads, :rssi,
                  :direction, :outcome)
                returning id
                """)
            .param("readPoint", sighting.readPoint())
            .param("location", sighting.location().value())
            .param("step", sighting.step())
            .param("epc", sighting.epc().hex())
            .param("sscc", unit.map(Sscc::digits).orElse(null))
            .param("first", utc(sighting.first()))
            .param("last", utc(sighting.last()))
            .param("reads", sighting.count())
            .param("rssi", rssi.isPresent() ? rssi.getAsDouble() : null)
            .param("direction", sighting.direction().name())
            .param("outcome", outcome.name())
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into tag_presence (read_point, epc, direction, last_seen, sighting)
            values (:readPoint, :epc, :direction, :last, :id)
            on conflict (read_point, epc, direction) do update
              set last_seen = greatest(tag_presence.last_seen, excluded.last_seen),
                  sighting = excluded.sighting
            """)
        .param("readPoint", sighting.readPoint())
        .param("epc", sighting.epc().hex())
        .param("direction", sighting.direction().name())
        .param("last", utc(sighting.last()))
        .param("id", id)
        .update();
  }

  private static HandlingUnitSeen seen(TagSighting sighting, Sscc unit) {
    return new HandlingUnitSeen(
        unit,
        sighting.readPoint(),
        sighting.location(),
        sighting.step(),
        sighting.direction(),
        sighting.first(),
        sighting.last());
  }

  private static UnknownTag unknown(TagSighting sighting) {
    return new UnknownTag(
        sighting.epc(),
        sighting.readPoint(),
        sighting.location(),
        sighting.step(),
        sighting.direction(),
        sighting.last());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Sighting> of(Sscc unit) {
    return jdbc.sql("select * from tag_sighting where sscc = ? order by id limit 500")
        .param(unit.digits())
        .query(StoredSightings::sighting)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Sighting> newest(int limit) {
    return jdbc.sql("select * from tag_sighting order by id desc limit ?")
        .param(Math.clamp(limit, 1, 1000))
        .query(StoredSightings::sighting)
        .list();
  }

  private static Sighting sighting(ResultSet row, int number) throws SQLException {
    double rssi = row.getDouble("peak_rssi");
    return new Sighting(
        row.getLong("id"),
        new TagSighting(
            row.getString("read_point"),
            new LocationId(row.getString("location")),
            row.getString("step"),
            new Epc(row.getString("epc")),
            instant(row, "first_seen"),
            instant(row, "last_seen"),
            row.getInt("reads"),
            row.getObject("peak_rssi") == null ? OptionalDouble.empty() : OptionalDouble.of(rssi),
            Direction.valueOf(row.getString("direction"))),
        Optional.ofNullable(row.getString("sscc")).map(Sscc::new),
        row.getInt("repeats"),
        Outcome.valueOf(row.getString("outcome")));
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
