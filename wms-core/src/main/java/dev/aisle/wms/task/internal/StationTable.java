package dev.aisle.wms.task.internal;

import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.task.Station;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.TaskKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stations as the site file declares them, with who is signed on. */
@Component
@Transactional
class StationTable implements Stations {
  private final JdbcClient jdbc;
  private final Locations locations;
  private final Clock clock;

  StationTable(JdbcClient jdbc, Locations locations, Clock clock) {
    this.jdbc = jdbc;
    this.locations = locations;
    this.clock = clock;
  }

  @Override
  public void declare(Collection<Station> stations) {
    jdbc.sql("delete from station where not id = any (:ids)")
        .param("ids", stations.stream().map(Station::id).toArray(String[]::new))
        .update();
    for (Station station : stations) {
      jdbc.sql(
              """
              insert into station (id, positions, does, packs_to)
              values (:id, :positions, :does, :packsTo)
              on conflict (id) do update set positions = excluded.positions,
                does = excluded.does, packs_to = excluded.packs_to
              """)
          .param("id", station.id())
          .param(
              "positions",
              station.positions().stream().map(LocationId::value).toArray(String[]::new))
          .param(
              "does", station.does().stream().map(TaskKind::name).sorted().toArray(String[]::new))
          .param("packsTo", station.packsTo().map(LocationId::value).orElse(null))
          .update();
    }
    locations.declare(stations.stream().map(this::asPlace).toList());
  }

  /** Parcels stand at the station while they are packed; drawn where its first position is. */
  private Location asPlace(Station station) {
    Optional<Location> at = station.positions().stream().findFirst().flatMap(locations::find);
    return new Location(
        new LocationId(station.id()),
        LocationType.STATION,
        at.map(Location::zone).orElse(""),
        0,
        at.map(Location::sequence).orElse(0),
        at.map(Location::xM).orElse(0.0),
        at.map(Location::yM).orElse(0.0));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Station> all() {
    return jdbc.sql("select * from station order by id").query(StationTable::station).list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Station> find(String id) {
    return jdbc.sql("select * from station where id = :id")
        .param("id", id)
        .query(StationTable::station)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Station> doing(TaskKind kind) {
    return all().stream().filter(station -> station.does().contains(kind)).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Station> at(LocationId place, TaskKind kind) {
    return doing(kind).stream().filter(s -> s.positions().contains(place)).findFirst();
  }

  @Override
  public SignOn signOn(String station, String operator) {
    int changed =
        jdbc.sql(
                """
                update station set occupant = :operator,
                  since = case when occupant = :operator then since else :now end
                where id = :id and (occupant is null or occupant = :operator)
                """)
            .param("operator", operator)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", station)
            .update();
    if (changed == 1) {
      return new SignOn.SignedOn(station);
    }
    return occupant(station)
        .<SignOn>map(other -> new SignOn.Occupied(station, other.operator(), other.since()))
        .orElseGet(() -> new SignOn.NoSuchStation(station));
  }

  @Override
  public void signOff(String station, String operator) {
    jdbc.sql("update station set occupant = null, since = null where id = :id and occupant = :who")
        .param("id", station)
        .param("who", operator)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Occupant> occupant(String station) {
    return jdbc.sql("select occupant, since from station where id = :id and occupant is not null")
        .param("id", station)
        .query(
            (rs, n) ->
                new Occupant(
                    rs.getString("occupant"),
                    Objects.requireNonNull(rs.getTimestamp("since")).toInstant()))
        .optional();
  }

  private static Station station(ResultSet rs, int row) throws SQLException {
    return new Station(
        rs.getString("id"),
        texts(rs.getArray("positions")).stream().map(LocationId::new).toList(),
        texts(rs.getArray("does")).stream().map(TaskKind::valueOf).collect(Collectors.toSet()),
        Optional.ofNullable(rs.getString("packs_to")).map(LocationId::new));
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
