package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.Scope;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a simulated vehicle says of itself in its factsheet. */
final class VehicleSkills {
  private static final double MAX_LOAD_KG = 1000;
  private static final double HEIGHT_M = 0.4;
  private static final List<String> INSTANT =
      List.of(
          "cancelOrder",
          "startPause",
          "stopPause",
          "stateRequest",
          "factsheetRequest",
          "startCharging",
          "stopCharging");

  private VehicleSkills() {}

  static VehicleCapabilities of(VehicleSpec spec) {
    List<Skill> skills = new ArrayList<>();
    OrderCheck.NODE_ACTIONS.stream()
        .sorted()
        .forEach(type -> skills.add(skill(type, Scope.NODE, Blocking.HARD)));
    INSTANT.forEach(type -> skills.add(skill(type, Scope.INSTANT, Blocking.NONE)));
    return new VehicleCapabilities(
        "Aisle simulated carrier",
        "CARRIER",
        "DIFF",
        Optional.of(MAX_LOAD_KG),
        new VehicleCapabilities.Motion(
            Optional.of(spec.maxSpeedMps()),
            Optional.of(spec.accelerationMps2()),
            Optional.of(spec.accelerationMps2()),
            Optional.empty()),
        new VehicleCapabilities.Size(
            Optional.of(spec.lengthM()), Optional.of(spec.widthM()), Optional.of(HEIGHT_M)),
        VehicleCapabilities.Limits.NONE,
        Map.of(),
        skills,
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of());
  }

  private static Skill skill(String type, Scope scope, Blocking blocking) {
    return new Skill(type, Set.of(scope), Set.of(blocking), Map.of(), false, true);
  }
}
