package dev.aisle.agv.control.order;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.roadmap.ZoneGround;
import dev.aisle.agv.roadmap.geometry.Area;
import dev.aisle.agv.roadmap.geometry.Convex;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.zone.Grants;
import dev.aisle.agv.zone.Presence;
import dev.aisle.agv.zone.ZoneBook;
import dev.aisle.agv.zone.ZonePauses;
import dev.aisle.agv.zone.ZoneSets;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells vehicles the zones, answers what they ask for them, and keeps those standing that are in a
 * paused one.
 */
public final class Zoning {
  /** Zone sets are large and seldom change. */
  private static final Duration SETS_AGAIN = Duration.ofSeconds(5);

  private final Draft draft;
  private final Corridors corridors;

  public Zoning(Draft draft) {
    this.draft = draft;
    corridors = new Corridors(draft);
  }

  public void look() {
    tellSets();
    List<Presence> all = presences();
    if (all.isEmpty() && draft.zones.isEmpty()) {
      return;
    }
    ZoneBook book = draft.zones;
    Set<String> names = draft.map.zones().stream().map(Zone::id).collect(Collectors.toSet());
    names.addAll(corridors.names());
    Grants.Turn answers = book.grants().next(all, names, book.pauses().names(), draft.now);
    answers
        .answers()
        .forEach(
            (vehicle, responses) ->
                draft.outputs.add(new DispatchOutput.Answer(vehicle, responses)));
    Set<VehicleId> standing =
        draft.tracks.values().stream()
            .filter(track -> track.paused || track.doorStop.isPresent())
            .map(track -> track.spec.id())
            .collect(Collectors.toSet());
    ZonePauses.Turn halts = book.pauses().next(all, standing::contains, draft.now);
    halts.words().forEach(this::tell);
    draft.zones = book.with(answers.grants()).with(halts.pauses());
  }

  private void tell(ZonePauses.Word word) {
    String type = word.stand() ? "startPause" : "stopPause";
    instantly(word.vehicle(), type, Map.of());
  }

  private void instantly(VehicleId vehicle, String type, Map<String, String> parameters) {
    draft.outputs.add(
        new DispatchOutput.SendAction(
            new InstantAction(
                vehicle,
                "%s-zone-%s-%d".formatted(vehicle, type, draft.now.toEpochMilli()),
                type,
                parameters)));
  }

  private void tellSets() {
    Map<VehicleId, Instant> looked = new HashMap<>(draft.zones.lookedAt());
    for (VehicleTrack track : draft.tracks.values()) {
      VehicleId id = track.spec.id();
      Instant before = looked.getOrDefault(id, Instant.EPOCH);
      boolean may = !track.can.zones().isEmpty() && track.isOnline(draft.now);
      if (may && track.state.isPresent() && !draft.now.isBefore(before.plus(SETS_AGAIN))) {
        looked.put(id, draft.now);
        tellSet(track, track.state.get());
      }
    }
    draft.zones = draft.zones.with(looked);
  }

  /** The map on which the vehicle is. */
  private String mapOf(VehicleTrack track) {
    return track.isLocated()
        ? track.mapId(draft.map.node(track.here().node()))
        : track.spec.mapId();
  }

  private void tellSet(VehicleTrack track, State state) {
    VehicleId id = track.spec.id();
    ZoneSets.next(
            ZoneSets.of(draft.map.zones(), mapOf(track), track.can),
            state.details().zoneSets(),
            track.can)
        .ifPresent(
            next -> {
              switch (next) {
                case ZoneSets.Next.Send send ->
                    draft.outputs.add(new DispatchOutput.SendZones(id, send.set()));
                case ZoneSets.Next.Enable enable ->
                    instantly(id, "enableZoneSet", Map.of("zoneSetId", enable.zoneSetId()));
                case ZoneSets.Next.Delete delete ->
                    instantly(id, "deleteZoneSet", Map.of("zoneSetId", delete.zoneSetId()));
              }
            });
  }

  /** Of all vehicles, where any zone matters just now. */
  private List<Presence> presences() {
    Set<String> asked = new HashSet<>(draft.zones.pauses().names());
    draft.zones.grants().all().forEach(grant -> asked.add(grant.zone()));
    draft.tracks.values().stream()
        .flatMap(track -> track.state.stream())
        .flatMap(state -> state.details().requests().stream())
        .map(AccessRequest::place)
        .forEach(asked::add);
    if (asked.isEmpty() && draft.zones.isEmpty()) {
      return List.of();
    }
    List<Zone> zones =
        draft.map.zones().stream().filter(zone -> asked.contains(zone.id())).toList();
    corridors.lookForRequests();
    List<Presence> all = new ArrayList<>();
    draft.tracks.values().forEach(track -> all.add(presence(track, zones)));
    return all;
  }

  private Presence presence(VehicleTrack track, List<Zone> zones) {
    Set<String> inside = new HashSet<>();
    Set<String> held = new HashSet<>();
    for (Zone zone : zones) {
      if (isInside(track, zone)) {
        inside.add(zone.id());
        held.add(zone.id());
      } else if (isReleasedInto(track, zone.id())) {
        held.add(zone.id());
      }
    }
    corridors.add(track, inside, held);
    boolean online = track.isOnline(draft.now) && track.state.isPresent();
    return new Presence(
        track.spec.id(),
        inside,
        held,
        online ? corridors.named(track) : List.of(),
        online,
        track.isAutomatic() && Ability.PAUSE.isIn(track.can),
        track.state.map(State::paused).orElse(false));
  }

  private boolean isInside(VehicleTrack track, Zone zone) {
    boolean last =
        track.isLocated()
            && draft.conflicts.ground().hasNode(zone.id(), draft.map.number(track.here().node()));
    return last
        || track
            .state
            .flatMap(State::pose)
            .filter(Pose::localized)
            .filter(pose -> zone.outline().touches(outline(track, pose)))
            .isPresent();
  }

  private static Area outline(VehicleTrack track, Pose pose) {
    Point centre = new Point(pose.xM(), pose.yM());
    double length = track.spec.lengthM() / 2;
    double width = track.spec.widthM() / 2;
    return Area.of(
        Convex.hull(
            List.of(
                centre.moved(pose.thetaRad(), length, width),
                centre.moved(pose.thetaRad(), length, -width),
                centre.moved(pose.thetaRad(), -length, width),
                centre.moved(pose.thetaRad(), -length, -width))));
  }

  private boolean isReleasedInto(VehicleTrack track, String zone) {
    for (long v = track.reached + 1; track.isLocated() && v <= track.released; v++) {
      if (isEntered(draft, zone, track.visit(v - 1).node(), track.visit(v).node())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEntered(Draft draft, String zone, String from, String to) {
    ZoneGround ground = draft.conflicts.ground();
    int node = draft.map.number(to);
    return ground.isEntered(zone, draft.map.laneBetween(draft.map.number(from), node), node);
  }

  /** Whether the way to a visit leads into a zone that the vehicle may not be sent into now. */
  static boolean bars(Draft draft, VehicleTrack track, Itinerary own, long visit) {
    if (draft.zones.isEmpty()) {
      return false;
    }
    VehicleId id = track.spec.id();
    return draft.zones.pauses().holds(id)
        || draft.map.zones().stream()
            .map(Zone::id)
            .anyMatch(
                zone ->
                    draft.zones.keepsOut(zone, id)
                        && isEntered(
                            draft, zone, own.visit(visit - 1).node(), own.visit(visit).node()));
  }
}
