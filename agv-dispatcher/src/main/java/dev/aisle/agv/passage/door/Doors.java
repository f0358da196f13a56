package dev.aisle.agv.passage.door;

import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Closure.Place;
import dev.aisle.agv.roadmap.Roadmap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All doors of a floor. Never changes: whatever happens makes new ones. A door is a condition of
 * the visits behind it in the same graph as the other vehicles: nobody is released through one that
 * does not stand open, and one that fails closes its lanes, so that ways lead around it.
 */
public final class Doors {
  /** A floor without doors. */
  public static final Doors NONE = new Doors(Map.of(), Map.of());

  private final Map<String, DoorState> states;
  private final Map<Place, String> byLane;

  private Doors(Map<String, DoorState> states, Map<Place, String> byLane) {
    this.states = states;
    this.byLane = byLane;
  }

  /**
   * @throws IllegalArgumentException if a name is used twice, or a lane has two doors or is none of
   *     the roadmap
   */
  public static Doors of(Collection<Doorway> doorways, Roadmap map) {
    Map<String, DoorState> states = new LinkedHashMap<>();
    Map<Place, String> byLane = new HashMap<>();
    for (Doorway way : doorways) {
      if (states.put(way.id(), DoorState.of(way)) != null) {
        throw new IllegalArgumentException("door %s is there twice".formatted(way.id()));
      }
      for (Place lane : way.lanes()) {
        if (!map.has(lane)) {
          throw new IllegalArgumentException(
              "door %s: there is no lane %s".formatted(way.id(), lane.id()));
        }
        if (byLane.put(lane, way.id()) != null) {
          throw new IllegalArgumentException("lane %s has two doors".formatted(lane.id()));
        }
      }
    }
    return new Doors(states, byLane);
  }

  public boolean isEmpty() {
    return states.isEmpty();
  }

  Collection<Doorway> all() {
    return states.values().stream().map(DoorState::way).toList();
  }

  /** The door on the lane between two nodes. */
  public Optional<String> on(String from, String to) {
    return byLane.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byLane.get(Place.lane(from, to)));
  }

  /** The door that must first stand open before a vehicle may be sent from one node to another. */
  public Optional<String> barring(String from, String to, Instant now) {
    return on(from, to)
        .filter(
            id -> Optional.ofNullable(states.get(id)).filter(d -> d.mayBePassed(now)).isEmpty());
  }

  /** A door says how it stands. To be said at every change and at least once a second. */
  public Doors heard(String door, DoorPosition position, Instant at) {
    DoorState before = states.get(door);
    return before == null ? this : with(before.says(position, at));
  }

  private Doors with(DoorState one) {
    Map<String, DoorState> all = new LinkedHashMap<>(states);
    all.put(one.way().id(), one);
    return new Doors(all, byLane);
  }

  /**
   * Outcome of a look at all doors.
   *
   * @param moves what to tell which door now
   */
  public record Turn(Doors doors, Map<String, DoorMove> moves) {
    public Turn {
      moves = Map.copyOf(moves);
    }
  }

  /** Decides about every door. */
  public Turn next(DoorNeeds needs, Instant now) {
    Map<String, DoorState> all = new LinkedHashMap<>();
    Map<String, DoorMove> moves = new LinkedHashMap<>();
    states.forEach(
        (id, before) -> {
          DoorRule.Turn turn = DoorRule.next(before, needs.of(id), now);
          all.put(id, turn.door());
          turn.move().ifPresent(move -> moves.put(id, move));
        });
    return new Turn(new Doors(all, byLane), moves);
  }

  /** Why nobody is sent through a door; empty while it works. */
  public Optional<DoorFailure> failureOf(String door) {
    return Optional.ofNullable(states.get(door)).flatMap(DoorState::failure);
  }

  /** The doors that are out of order, also where a person has closed their lanes. */
  public List<DoorTrouble> troubles() {
    return states.values().stream()
        .flatMap(
            door ->
                door
                    .failure()
                    .map(why -> new DoorTrouble(door.way().id(), why, door.failedAt()))
                    .stream())
        .toList();
  }

  /** True for a door that says that it does not stand open. */
  public boolean isShut(String door, Instant now) {
    return Optional.ofNullable(states.get(door))
        .map(state -> state.position(now))
        .filter(position -> position != DoorPosition.UNKNOWN && position != DoorPosition.OPEN)
        .isPresent();
  }

  /** The lanes through doors that are out of order. */
  public List<Closure> closures() {
    List<Closure> closed = new ArrayList<>();
    for (DoorState door : states.values()) {
      door.failure()
          .ifPresent(
              why ->
                  door.way()
                      .lanes()
                      .forEach(
                          lane ->
                              closed.add(Closure.byDoor(lane, door.way().id(), door.failedAt()))));
    }
    return closed;
  }
}
