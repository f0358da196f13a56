package dev.aisle.wms.task;

import dev.aisle.wms.shared.LocationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stations of the site and who works there. */
public interface Stations {

  /** Who is signed on. */
  record Occupant(String operator, Instant since) {}

  /** What came of signing on. */
  sealed interface SignOn {
    record SignedOn(String station) implements SignOn {}

    record Occupied(String station, String by, Instant since) implements SignOn {}

    record NoSuchStation(String station) implements SignOn {}
  }

  /**
   * Tells what the site file says; called at every start. Stations no longer named go, their
   * occupants with them. Each station also becomes a location, where parcels stand while packed.
   */
  void declare(Collection<Station> stations);

  List<Station> all();

  Optional<Station> find(String id);

  List<Station> doing(TaskKind kind);

  /** The station that does this kind of work at this place. */
  Optional<Station> at(LocationId place, TaskKind kind);

  SignOn signOn(String station, String operator);

  void signOff(String station, String operator);

  Optional<Occupant> occupant(String station);
}
