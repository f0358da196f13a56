package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.Scope;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.vda5050.PredefinedAction;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.sim.vehicle.service.Services;
import dev.aisle.sim.vehicle.zone.ZoneObedience;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a simulated vehicle says of itself in its factsheet. */
final class VehicleSkills {
  private static final double MAX_LOAD_KG = 1000;
  private static final double HEIGHT_M = 0.4;
  private static final Set<String> INSTANT =
      Set.of(
          "cancelOrder",
          "startPause",
          "stopPause",
          "stateRequest",
          "factsheetRequest",
          "startCharging",
          "stopCharging",
          "initPosition",
          "trigger",
          "retry",
          "skipRetry",
          "clearInstantActions",
          "clearZoneActions");

  private VehicleSkills() {}

  static VehicleCapabilities of(VehicleSpec spec) {
    List<Skill> skills = new ArrayList<>();
    Set<String> instant = instant(spec.version());
    List<String> zones = spec.version().hasZones() ? ZoneObedience.ACTIONS : List.of();
    Stream.of(OrderCheck.NODE_ACTIONS, instant, zones)
        .flatMap(Collection::stream)
        .distinct()
        .sorted()
        .forEach(type -> skills.add(skill(type, instant)));
    return new VehicleCapabilities(
        "Aisle simulated carrier",
        "CARRIER",
        "DIFF",
        Optional.of(MAX_LOAD_KG),
        new VehicleCapabilities.Motion(
            Optional.of(spec.maxSpeedMps()),
            Optional.of(spec.kinematics().accelerationMps2()),
            Optional.of(spec.kinematics().brakingMps2()),
            Optional.empty()),
        new VehicleCapabilities.Size(
            Optional.of(spec.lengthM()), Optional.of(spec.widthM()), Optional.of(HEIGHT_M)),
        limits(spec.mostNodes()),
        spec.version() == Version.V2_0
            ? Map.of("order.edges.trajectory", false)
            : Map.of("order.edges.corridor", false, "order.edges.trajectory", false),
        skills,
        List.of(),
        List.of(),
        Optional.empty(),
        spec.version().hasZones() ? ZoneObedience.KINDS : Set.of());
  }

  /** What it does at once, as far as its version has a word for it. */
  static Set<String> instant(Version version) {
    return Stream.concat(INSTANT.stream(), Services.types().stream())
        .filter(type -> PredefinedAction.named(type).filter(one -> one.isIn(version)).isPresent())
        .collect(Collectors.toSet());
  }

  private static VehicleCapabilities.Limits limits(int mostNodes) {
    return new VehicleCapabilities.Limits(
        mostNodes > 0 ? Map.of("order.nodes", mostNodes, "order.edges", mostNodes - 1) : Map.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Skill skill(String type, Set<String> instant) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Set<Blocking> blocking = EnumSet.noneOf(Blocking.class);
    if (OrderCheck.NODE_ACTIONS.contains(type)) {
      scopes.add(Scope.NODE);
      blocking.add(Blocking.HARD);
    }
    if (instant.contains(type) || ZoneObedience.ACTIONS.contains(type)) {
      scopes.add(Scope.INSTANT);
      blocking.add(Blocking.NONE);
    }
    return new Skill(type, scopes, blocking, Map.of(), false, true);
  }
}
