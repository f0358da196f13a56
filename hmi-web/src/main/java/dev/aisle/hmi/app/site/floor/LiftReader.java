package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.roadmap.Lift;
import dev.aisle.device.plc.machine.MachineSpec.LiftSpec;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code floor.lifts:}. A lift is called as the machine that moves it; its stops are lane
 * nodes, each on a map of its own, which is what the machine calls the level.
 */
public final class LiftReader {
  /** From the command to the first movement, and from the last to the dispatcher's ear. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(3);

  private static final Duration USUAL_RIDE = Duration.ofSeconds(20);
  private static final Duration USUAL_TRAVEL = Duration.ofSeconds(60);

  private final Reading reading;
  private final Map<String, Site.Node> nodes;
  private final Map<String, String> liftOf = new HashMap<>();

  /**
   * @param nodes those of the floor, by id
   */
  LiftReader(Reading reading, Map<String, Site.Node> nodes) {
    this.reading = reading;
    this.nodes = nodes;
  }

  Optional<Site.Lift> read(String id, Part part) {
    reading.define(Kind.LIFT, id, part.at(), part.where());
    reading.use(Kind.LIFT_MACHINE, id, part.at(), part.where());
    if (!part.has("stops")) {
      part.missing("stops", "[LIFT-0, LIFT-1]");
    }
    List<Part.Item> stops = part.texts("stops");
    Duration ride = part.duration("ride").orElse(USUAL_RIDE);
    part.done();
    if (part.has("stops") && stops.size() < 2) {
      part.fault("stops", "a lift stops at two nodes or more");
      return Optional.empty();
    }
    Map<String, String> byMap = new HashMap<>();
    boolean right = !stops.isEmpty();
    for (Part.Item stop : stops) {
      right &= isStop(id, stop, byMap);
    }
    return right
        ? Optional.of(new Site.Lift(id, stops.stream().map(Part.Item::text).toList(), ride))
        : Optional.empty();
  }

  private boolean isStop(String id, Part.Item stop, Map<String, String> byMap) {
    reading.useNode(stop.text(), Set.of(Site.NodeUse.LANE), stop.at(), stop.where());
    Site.Node node = nodes.get(stop.text());
    if (node == null) {
      return false;
    }
    String other = liftOf.putIfAbsent(stop.text(), id);
    if (other != null) {
      reading.fault(
          stop.at(), stop.where(), "'%s' is already a stop of '%s'".formatted(stop.text(), other));
      return false;
    }
    String same = byMap.putIfAbsent(node.map(), stop.text());
    if (same != null) {
      reading.fault(
          stop.at(),
          stop.where(),
          "'%s' and '%s' are on the same map; a lift has one stop on each"
              .formatted(same, stop.text()));
      return false;
    }
    return true;
  }

  /** Lanes stay on one map, and the machines of the lifts know their levels. */
  public static void check(Site.Floor floor, List<SiteDevice> devices, Reading reading) {
    Map<String, Site.Node> nodes = new HashMap<>();
    floor.nodes().forEach(node -> nodes.put(node.id(), node));
    for (Site.Lift lift : floor.lifts()) {
      machine(devices, lift.id())
          .ifPresent(
              machine ->
                  lift.stops().stream()
                      .flatMap(stop -> Optional.ofNullable(nodes.get(stop)).stream())
                      .filter(stop -> !machine.landings().containsKey(stop.map()))
                      .forEach(stop -> noLevel(reading, lift, stop, machine)));
    }
    Set<String> told = new HashSet<>();
    for (Site.Lane lane : floor.lanes()) {
      Site.Node from = nodes.get(lane.from());
      Site.Node to = nodes.get(lane.to());
      if (from != null && to != null && !from.map().equals(to.map()) && told.add(pair(lane))) {
        reading.fault(
            reading.definition(Kind.NODE, lane.to()).orElseThrow(),
            "floor.lanes",
            "the lane from '%s' to '%s' leads to another map; only a lift does"
                .formatted(lane.from(), lane.to()));
      }
    }
  }

  private static String pair(Site.Lane lane) {
    return lane.from().compareTo(lane.to()) < 0
        ? lane.from() + " " + lane.to()
        : lane.to() + " " + lane.from();
  }

  private static void noLevel(Reading reading, Site.Lift lift, Site.Node stop, LiftSpec machine) {
    reading.fault(
        reading.definition(Kind.LIFT, lift.id()).orElseThrow(),
        "floor.lifts." + lift.id(),
        "the machine '%s' has no level '%s', where '%s' is; it has %s"
            .formatted(
                lift.id(),
                stop.map(),
                stop.id(),
                String.join(", ", new ArrayList<>(machine.landings().keySet()))));
  }

  private static Optional<LiftSpec> machine(List<SiteDevice> devices, String name) {
    return devices.stream()
        .filter(SiteDevice.Plc.class::isInstance)
        .map(SiteDevice.Plc.class::cast)
        .flatMap(plc -> plc.plan().machines().stream())
        .filter(LiftSpec.class::isInstance)
        .map(LiftSpec.class::cast)
        .filter(lift -> lift.name().equals(name))
        .findFirst();
  }

  /** The lifts in the roadmap's words, with the time that their machines give them. */
  static List<Lift> of(Site site) {
    return site.floor().lifts().stream()
        .map(
            lift ->
                new Lift(
                    lift.id(),
                    lift.stops(),
                    lift.ride(),
                    machine(site.devices(), lift.id())
                        .map(LiftSpec::travel)
                        .orElse(USUAL_TRAVEL)
                        .plus(ON_THE_WAY)))
        .toList();
  }
}
