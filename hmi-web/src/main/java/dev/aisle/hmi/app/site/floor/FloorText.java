package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.exchange.FloorPlan;
import dev.aisle.agv.exchange.FloorPlan.Equipment;
import dev.aisle.agv.exchange.FloorPlan.HandOver;
import dev.aisle.agv.exchange.FloorPlan.Place;
import dev.aisle.agv.roadmap.Block;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.LaneWay.Heading;
import dev.aisle.agv.roadmap.LaneWay.Loads;
import dev.aisle.agv.roadmap.Lift;
import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import dev.aisle.device.agv.VehicleOrder.ReleaseLoss;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A floor as the section {@code floor:} of a site file. Curves that are neither straight pieces nor
 * one Bézier curve of a low degree are written as straight pieces close to them.
 */
public final class FloorText {
  private static final String PLAIN_NAME = "[A-Za-z][A-Za-z0-9_-]*";
  private static final Set<String> WORDS_OF_YAML =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private FloorText() {}

  public static String of(FloorPlan plan) {
    StringBuilder text = new StringBuilder("floor:\n  nodes:\n");
    for (Place place : plan.places()) {
      text.append("    ").append(name(place.id())).append(": {").append(node(place));
      Optional.ofNullable(plan.equipment().get(place.id()))
          .ifPresent(equipment -> text.append(equipment(equipment)));
      text.append("}\n");
    }
    text.append("  lanes:\n");
    Set<Lane> written = new HashSet<>();
    for (Lane lane : plan.lanes()) {
      if (written.add(lane)) {
        Lane back = new Lane(lane.to(), lane.from(), lane.speedMps(), lane.way());
        boolean both =
            lane.way().curve().isEmpty()
                && Objects.equals(plan.doors().get(lane.id()), plan.doors().get(back.id()))
                && plan.lanes().contains(back)
                && written.add(back);
        text.append("    - {").append(lane(lane, both));
        Optional.ofNullable(plan.doors().get(lane.id()))
            .ifPresent(door -> text.append(", door: ").append(name(door)));
        text.append("}\n");
      }
    }
    if (!plan.blocks().isEmpty()) {
      text.append("  blocks:\n");
      for (Block block : plan.blocks()) {
        text.append("    %s: {nodes: [".formatted(name(block.id())))
            .append(
                block.nodes().stream()
                    .sorted()
                    .map(FloorText::name)
                    .collect(Collectors.joining(", ")))
            .append("], at_most: %d}\n".formatted(block.atMost()));
      }
    }
    if (!plan.lifts().isEmpty()) {
      text.append("  lifts:\n");
      for (Lift lift : plan.lifts()) {
        text.append(
            "    %s: {stops: [%s], ride: %d ms}\n"
                .formatted(
                    name(lift.id()),
                    lift.stops().stream().map(FloorText::name).collect(Collectors.joining(", ")),
                    lift.ride().toMillis()));
      }
    }
    if (!plan.zones().isEmpty()) {
      text.append("  zones:\n");
      plan.zones()
          .forEach(
              zone ->
                  text.append(
                      "    %s: {%s%s}\n"
                          .formatted(
                              name(zone.id()),
                              ZoneText.of(zone),
                              zone.map().isEmpty() ? "" : ", map: " + name(zone.map()))));
    }
    return text.toString();
  }

  private static String node(Place place) {
    StringBuilder text =
        new StringBuilder("at_m: ").append(point(new Point(place.xM(), place.yM())));
    if (!place.map().isEmpty()) {
      text.append(", map: ").append(name(place.map()));
    }
    if (place.use().kind().isEndpoint()) {
      text.append(", is: ").append(place.use().word());
    }
    if (!place.isUsual()) {
      text.append(", holds: ").append(place.holds());
      if (!place.storage().isEmpty()) {
        text.append(", zone: ").append(name(place.storage()));
      }
    }
    return text.toString();
  }

  private static String equipment(Equipment equipment) {
    StringBuilder text = new StringBuilder();
    equipment.gate().ifPresent(gate -> text.append(", gate: ").append(name(gate)));
    equipment.handOver().ifPresent(station -> text.append(handOver(station)));
    return text.toString();
  }

  private static String handOver(HandOver station) {
    return ", hand_over: {ready: %s, occupied: %s, request: %s, busy: %s%s, within: %d ms}"
        .formatted(
            name(station.ready()),
            name(station.occupied()),
            name(station.request()),
            name(station.busy()),
            station.instead().map(node -> ", instead: " + name(node)).orElse(""),
            station.within().toMillis());
  }

  private static String lane(Lane lane, boolean both) {
    StringBuilder text =
        new StringBuilder(
            both
                ? "between: [%s, %s]".formatted(name(lane.from()), name(lane.to()))
                : "from: %s, to: %s".formatted(name(lane.from()), name(lane.to())));
    text.append(", speed_mps: ").append(number(lane.speedMps()));
    LaneWay way = lane.way();
    way.heading()
        .ifPresent(
            heading ->
                text.append(
                    heading.equals(Heading.BACKWARDS)
                        ? ", backwards: true"
                        : ", heading_deg: " + number(Math.toDegrees(heading.angleRad()))));
    if (!way.speedMpsByType().isEmpty()) {
      text.append(
          way.speedMpsByType().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(limit -> name(limit.getKey()) + ": " + number(limit.getValue()))
              .collect(Collectors.joining(", ", ", speed_mps_of: {", "}")));
    }
    if (way.loads() != Loads.ANY) {
      text.append(", only: ").append(way.loads() == Loads.LOADED_ONLY ? "loaded" : "empty");
    }
    way.corridor().ifPresent(corridor -> text.append(corridor(corridor)));
    way.curve().ifPresent(curve -> text.append(curve(curve)));
    return text.toString();
  }

  private static String corridor(Corridor corridor) {
    return ", corridor: {left_m: %s, right_m: %s%s%s%s}"
        .formatted(
            number(corridor.leftM()),
            number(corridor.rightM()),
            corridor.contour() ? "" : ", of: " + LaneReader.CENTRE,
            corridor.onRequest() ? ", ask: true" : "",
            corridor.lost() == ReleaseLoss.RETURN ? ", on_loss: " + LaneReader.RETURN : "");
  }

  private static String curve(Curve curve) {
    List<Point> points = new ArrayList<>();
    curve.controlPoints().forEach(p -> points.add(p.at()));
    boolean bezier = points.size() <= 4 && points.size() > 2 && Curve.bezier(points).equals(curve);
    List<Point> inner = bezier ? points : curve.points();
    return ", %s: [%s]"
        .formatted(
            bezier ? "curve_m" : "via_m",
            inner.subList(1, inner.size() - 1).stream()
                .map(FloorText::point)
                .collect(Collectors.joining(", ")));
  }

  public static String point(Point point) {
    return "[%s, %s]".formatted(number(point.xM()), number(point.yM()));
  }

  public static String number(double value) {
    String text = String.format(Locale.ROOT, "%.6f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  public static String name(String id) {
    boolean plain = id.matches(PLAIN_NAME) && !WORDS_OF_YAML.contains(id.toLowerCase(Locale.ROOT));
    return plain ? id : "\"%s\"".formatted(id.replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
