package dev.aisle.agv.passage.lift;

import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Closure.Place;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Lift;
import dev.aisle.agv.roadmap.Roadmap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All lifts of a floor. Never changes: whatever happens makes new ones. A lift is a condition of
 * visits in the same graph as the other vehicles: nobody is released into the cab, to the end of a
 * ride or out again unless it stands open there, and one that fails closes the lanes into it and
 * its rides, so that ways lead around it.
 */
public final class Lifts {
  private final Map<String, LiftState> states;

  private Lifts(Map<String, LiftState> states) {
    this.states = states;
  }

  /** Those of a roadmap, of which nothing is known yet. */
  public static Lifts of(Roadmap map) {
    Map<String, LiftState> states = new LinkedHashMap<>();
    map.lifts().forEach(lift -> states.put(lift.id(), LiftState.of(lift)));
    return new Lifts(states);
  }

  public boolean isEmpty() {
    return states.isEmpty();
  }

  /** A lift says how it stands. To be said at every change and at least once a second. */
  public Lifts heard(String lift, Cab cab, Instant at) {
    LiftState before = states.get(lift);
    if (before == null) {
      return this;
    }
    Map<String, LiftState> all = new LinkedHashMap<>(states);
    all.put(lift, before.says(cab, at));
    return new Lifts(all);
  }

  /** The lift that must first stand open before a vehicle may be sent from one node to another. */
  public Optional<String> barring(Roadmap map, String from, String to, Instant now) {
    if (states.isEmpty()) {
      return Optional.empty();
    }
    String cab = map.liftAt(to).isPresent() ? to : from;
    return map.liftAt(cab)
        .map(Lift::id)
        .filter(
            lift ->
                Optional.ofNullable(states.get(lift))
                    .filter(state -> state.mayBePassed(map.node(cab).map(), now))
                    .isEmpty());
  }

  /**
   * Outcome of a look at all lifts.
   *
   * @param moves what to tell which lift now
   */
  public record Turn(Lifts lifts, Map<String, LiftMove> moves) {
    public Turn {
      moves = Map.copyOf(moves);
    }
  }

  /** Decides about every lift. */
  public Turn next(LiftNeeds needs, Roadmap map, Instant now) {
    Map<String, LiftState> all = new LinkedHashMap<>();
    Map<String, LiftMove> moves = new LinkedHashMap<>();
    states.forEach(
        (id, before) -> {
          String usual = map.node(before.lift().stops().getFirst()).map();
          LiftRule.Turn turn = LiftRule.next(before, needs.of(id), usual, now);
          all.put(id, turn.lift());
          turn.move().ifPresent(move -> moves.put(id, move));
        });
    return new Turn(new Lifts(all), moves);
  }

  /**
   * True for a lift that says that it does not stand open where a vehicle has leave to drive in or
   * out.
   */
  public boolean isShut(Roadmap map, String from, String to, Instant now) {
    Optional<LiftState> state =
        map.liftAt(map.liftAt(to).isPresent() ? to : from).map(Lift::id).map(states::get);
    String level = map.node(map.liftAt(to).isPresent() ? to : from).map();
    return state
        .map(lift -> lift.cab(now))
        .filter(cab -> !(cab instanceof Cab.Unknown) && !cab.equals(new Cab.At(level, true)))
        .isPresent();
  }

  /** The lift that is out of order and has closed a place. */
  public Optional<String> failedAt(Roadmap map, Place place) {
    return map.liftAt(place.isNode() ? place.from() : place.to())
        .map(Lift::id)
        .filter(lift -> states.containsKey(lift) && states.get(lift).failure().isPresent());
  }

  /** How the lifts stand, also those whose lanes a person has closed. */
  public List<LiftReport> reports(Instant now) {
    List<LiftReport> all = new ArrayList<>();
    states.forEach(
        (id, lift) ->
            all.add(
                new LiftReport(
                    id,
                    lift.cab(now),
                    lift.wish(),
                    lift.failure()
                        .map(
                            why ->
                                new LiftTrouble(
                                    id, lift.wish().orElse(""), why, lift.failedAt())))));
    return all;
  }

  /** The lanes into lifts that are out of order, and the rides in them. */
  public List<Closure> closures(Roadmap map) {
    List<Closure> closed = new ArrayList<>();
    for (LiftState state : states.values()) {
      if (state.failure().isPresent()) {
        for (Lane lane : map.lanes()) {
          if (state.lift().stops().contains(lane.to())) {
            closed.add(
                Closure.byLift(
                    Place.lane(lane.from(), lane.to()), state.lift().id(), state.failedAt()));
          }
        }
      }
    }
    return closed;
  }
}
