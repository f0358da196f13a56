package dev.aisle.agv.exchange.lif;

import dev.aisle.agv.exchange.Finding.Kind;
import dev.aisle.agv.exchange.Findings;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.LaneWay.Heading;
import dev.aisle.agv.roadmap.LaneWay.Loads;
import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Curve.ControlPoint;
import dev.aisle.agv.roadmap.geometry.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an edge is for each type of vehicle (LIF 1.0.0, 8.3.9) into one lane. */
final class LifEdge {
  private final JsonPart edge;
  private final Findings findings;
  private final Set<String> types = new LinkedHashSet<>();

  /** What one type may do on the edge. */
  private record Driving(
      double speedMps, Optional<Heading> heading, Optional<Curve> curve, Optional<Loads> loads) {}

  LifEdge(JsonPart edge, Findings findings) {
    this.edge = edge;
    this.findings = findings;
  }

  /** The types of vehicle that are named on the edge; known once the lane was asked for. */
  Set<String> types() {
    return types;
  }

  /** Empty when nobody may drive here, or the edge makes no sense. */
  Optional<Lane> lane(String from, String to) {
    Map<String, Driving> byType = new LinkedHashMap<>();
    List<JsonPart> properties = edge.parts("vehicleTypeEdgeProperties");
    if (properties.isEmpty()) {
      findings.add(Kind.EMPTY, edge.path("vehicleTypeEdgeProperties"));
    }
    for (JsonPart property : properties) {
      String type = property.text("vehicleTypeId");
      types.add(type);
      Driving driving = driving(property);
      if (byType.putIfAbsent(type, driving) != null) {
        findings.add(Kind.TWICE, property.path("vehicleTypeId"), type);
      }
    }
    if (from.equals(to) && !from.isEmpty()) {
      findings.add(Kind.OUT_OF_RANGE, edge.path("endNodeId"), to, "another node");
      return Optional.empty();
    }
    byType.values().removeIf(driving -> driving.loads.isEmpty());
    types.retainAll(byType.keySet());
    if (byType.isEmpty()) {
      findings.add(Kind.CLOSED, edge.path());
      return Optional.empty();
    }
    return findings.refused() ? Optional.empty() : Optional.of(lane(from, to, byType));
  }

  private Lane lane(String from, String to, Map<String, Driving> byType) {
    String first =
        byType.containsKey(Lif.ANY_TYPE) ? Lif.ANY_TYPE : byType.keySet().iterator().next();
    Driving base = byType.getOrDefault(first, byType.values().iterator().next());
    double speed =
        first.equals(Lif.ANY_TYPE)
            ? base.speedMps
            : byType.values().stream().mapToDouble(Driving::speedMps).max().orElseThrow();
    Map<String, Double> others = new LinkedHashMap<>();
    byType.forEach(
        (type, driving) -> {
          if (driving.speedMps != speed) {
            others.put(type, driving.speedMps);
          }
          if (!driving.heading.equals(base.heading)) {
            differs("vehicleOrientation", first);
          }
          if (!driving.curve.equals(base.curve)) {
            differs("trajectory", first);
          }
          if (!driving.loads.equals(base.loads)) {
            differs("loadRestriction", first);
          }
        });
    LaneWay way =
        new LaneWay(
            base.curve,
            base.heading,
            others,
            base.loads.orElse(Loads.ANY),
            Optional.empty(),
            Optional.empty());
    return new Lane(from, to, speed, way);
  }

  private void differs(String field, String first) {
    findings.add(
        Kind.DIFFERS_BY_TYPE, edge.path("vehicleTypeEdgeProperties"), field + " of " + first);
  }

  private Driving driving(JsonPart property) {
    double speed = property.optionalNumber("maxSpeed").orElse(Lif.UNLIMITED_MPS);
    if (!(speed > 0)) {
      findings.add(Kind.OUT_OF_RANGE, property.path("maxSpeed"), Double.toString(speed), "above 0");
    }
    Optional<Heading> heading = heading(property);
    Optional<Curve> curve = property.optionalPart("trajectory").flatMap(this::curve);
    Optional<Loads> loads =
        property.optionalPart("loadRestriction").map(this::loads).orElse(Optional.of(Loads.ANY));
    if (property.flag("rotationAllowed")) {
      notKept(property, "rotationAllowed true; vehicles are taken to keep their heading");
    }
    for (String end : new String[] {"rotationAtStartNodeAllowed", "rotationAtEndNodeAllowed"}) {
      Lif.Rotation rotation = property.wordOr(end, Lif.Rotation.class, Lif.Rotation.BOTH);
      if (rotation != Lif.Rotation.BOTH) {
        notKept(property, end + " " + rotation);
      }
    }
    for (String limit : new String[] {"maxRotationSpeed", "minHeight", "maxHeight"}) {
      property.optionalNumber(limit).ifPresent(v -> notKept(property, limit + " " + v));
    }
    if (!property.flagOr("reentryAllowed", true)) {
      notKept(property, "reentryAllowed false");
    }
    for (JsonPart action : property.optionalParts("actions")) {
      if (LifAction.read(action, findings).use().isPresent()) {
        notKept(action, "an action on the way");
      }
    }
    property.done();
    return new Driving(speed > 0 ? speed : Lif.UNLIMITED_MPS, heading, curve, loads);
  }

  private Optional<Heading> heading(JsonPart property) {
    boolean tangential =
        property.wordOr(
                "orientationType", Lif.OrientationType.class, Lif.OrientationType.TANGENTIAL)
            == Lif.OrientationType.TANGENTIAL;
    return property
        .optionalNumber("vehicleOrientation")
        .filter(angle -> !tangential || angle != 0)
        .map(angle -> new Heading(angle, tangential));
  }

  /** Empty when neither may pass. */
  private Optional<Loads> loads(JsonPart restriction) {
    boolean unloaded = restriction.flag("unloaded");
    boolean loaded = restriction.flag("loaded");
    List<String> sets = restriction.texts("loadSetNames");
    if (loaded && !sets.isEmpty()) {
      notKept(restriction, "loadSetNames " + String.join(", ", sets));
    }
    restriction.done();
    if (loaded && unloaded) {
      return Optional.of(Loads.ANY);
    }
    if (loaded) {
      return Optional.of(Loads.LOADED_ONLY);
    }
    return unloaded ? Optional.of(Loads.EMPTY_ONLY) : Optional.empty();
  }

  private Optional<Curve> curve(JsonPart trajectory) {
    int degree = (int) Math.round(trajectory.optionalNumber("degree").orElse(1.0));
    List<Double> knots = trajectory.numbers("knotVector");
    List<ControlPoint> points = new ArrayList<>();
    try {
      for (JsonPart point : trajectory.parts("controlPoints")) {
        Point at = new Point(point.number("x"), point.number("y"));
        points.add(new ControlPoint(at, point.optionalNumber("weight").orElse(1.0)));
        point.done();
      }
      trajectory.done();
      return Optional.of(new Curve(degree, knots, points));
    } catch (IllegalArgumentException e) {
      findings.add(Kind.WRONG_CURVE, trajectory.path(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void notKept(JsonPart part, String what) {
    findings.add(Kind.NOT_KEPT, part.path(), what);
  }
}
