package dev.aisle.agv.control.order;

import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.planning.Visit;
import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Corridors of lanes that vehicles of version 3.0 ask for (VDA 5050 3.0, 6.4). What a lane sweeps
 * is as wide as its corridor, so who is released onto the lane has all of it: that is what is
 * granted. Whoever else stands in it, as people may have put it there, keeps it shut.
 */
final class Corridors {
  private final Draft draft;

  /** Lanes by the name of their corridor, of those that somebody asks for. */
  private final Map<String, Integer> asked = new HashMap<>();

  Corridors(Draft draft) {
    this.draft = draft;
  }

  /** Finds the corridors that are asked for. */
  void lookForRequests() {
    for (VehicleTrack track : draft.tracks.values()) {
      requests(track).stream()
          .filter(request -> request.kind() == RequestKind.CORRIDOR)
          .map(request -> lane(track, request))
          .flatMapToInt(OptionalInt::stream)
          .forEach(lane -> asked.put(name(lane), lane));
    }
  }

  /** Of all corridors that are asked for. */
  Set<String> names() {
    return asked.keySet();
  }

  /** Its requests; those for corridors by the name of the corridor, or none if there is no such. */
  List<AccessRequest> named(VehicleTrack track) {
    return requests(track).stream()
        .map(request -> request.kind() == RequestKind.CORRIDOR ? named(track, request) : request)
        .toList();
  }

  private AccessRequest named(VehicleTrack track, AccessRequest request) {
    OptionalInt lane = lane(track, request);
    return new AccessRequest(
        request.requestId(),
        request.kind(),
        lane.isPresent() ? name(lane.getAsInt()) : "",
        request.within(),
        request.status());
  }

  /** What the vehicle has to do with the corridors that are asked for. */
  void add(VehicleTrack track, Set<String> inside, Set<String> held) {
    asked.forEach(
        (name, lane) -> {
          if (isReleasedTo(track, lane)) {
            held.add(name);
          } else if (track.isLocated()) {
            for (Visit visit : track.visits) {
              if (visit.index() <= track.released && isInTheWay(track, visit, lane)) {
                held.add(name);
                if (visit.index() == track.reached) {
                  inside.add(name);
                }
              }
            }
          }
        });
  }

  private static List<AccessRequest> requests(VehicleTrack track) {
    return track.state.map(state -> state.details().requests()).orElse(List.of());
  }

  private String name(int lane) {
    return "corridor " + draft.map.lanes().get(lane).id();
  }

  /** The lane of an edge before it, by the edge's id, that has a corridor to be asked for. */
  private OptionalInt lane(VehicleTrack track, AccessRequest request) {
    for (long v = track.reached + 1; track.isLocated() && v <= track.lastIndex(); v++) {
      String from = track.visit(v - 1).node();
      String to = track.visit(v).node();
      int lane = draft.map.laneBetween(from, to);
      if (lane >= 0
          && request.place().equals(OrderWriter.edgeId(track.limits(), from, to))
          && corridorOf(lane).filter(Corridor::onRequest).isPresent()) {
        return OptionalInt.of(lane);
      }
    }
    return OptionalInt.empty();
  }

  private Optional<Corridor> corridorOf(int lane) {
    return draft.map.lanes().get(lane).way().corridor();
  }

  private boolean isReleasedTo(VehicleTrack track, int lane) {
    for (long v = track.reached + 1; track.isLocated() && v <= track.released; v++) {
      if (draft.map.laneBetween(track.visit(v - 1).node(), track.visit(v).node()) == lane) {
        return true;
      }
    }
    return false;
  }

  private boolean isInTheWay(VehicleTrack track, Visit visit, int lane) {
    int place = draft.conflicts.placeOfLane(lane);
    int node = draft.map.number(visit.node());
    boolean there = node == draft.map.laneFrom(lane) || node == draft.map.laneTo(lane);
    for (int near : draft.conflicts.with(node)) {
      there |= near == place;
    }
    int way =
        visit.index() > track.reached
            ? draft.map.laneBetween(track.visit(visit.index() - 1).node(), visit.node())
            : -1;
    if (way >= 0) {
      for (int near : draft.conflicts.with(draft.conflicts.placeOfLane(way))) {
        there |= near == place;
      }
    }
    return there;
  }
}
