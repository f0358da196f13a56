package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.fleet.OrderLimits;
import dev.aisle.device.agv.StatedCapabilities;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.ChargingLimits;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Dialect;
import dev.aisle.device.agv.vda5050.DialectOverrides;
import dev.aisle.device.agv.vda5050.VehicleSpeech;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.fleet.VehicleAbilities;
import dev.aisle.hmi.live.fleet.VehicleAbilities.DialectWord;
import dev.aisle.hmi.live.fleet.VehicleAbilities.Limit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a vehicle can and cannot do, from the site file and its own words. */
@Component
final class VehicleReports {
  private final FleetGateway gateway;
  private final FleetMemory memory;

  VehicleReports(FleetGateway gateway, FleetMemory memory) {
    this.gateway = gateway;
    this.memory = memory;
  }

  VehicleAbilities of(Site.Vehicle vehicle) {
    VehicleId id = new VehicleId(vehicle.id());
    VehicleSpeech speech = gateway.wire().speech(id);
    StatedCapabilities stated = vehicle.profile().stated();
    Optional<FleetMemory.Known> known = memory.known(id);
    VehicleCapabilities can =
        known
            .map(FleetMemory.Known::capabilities)
            .orElseGet(() -> stated.over(VehicleCapabilities.UNKNOWN));
    return new VehicleAbilities(
        vehicle.id(),
        speech.version().number(),
        word(speech.source()),
        speech.said().orElse(null),
        speech.contradicts(),
        known.map(FleetMemory.Known::at).orElse(null),
        orNull(can.series()),
        orNull(can.vehicleClass()),
        orNull(can.kinematics()),
        dialectOf(speech),
        abilitiesOf(can),
        can.skills().stream()
            .sorted(Comparator.comparing(Skill::actionType))
            .map(VehicleReports::actionOf)
            .toList(),
        limitsOf(vehicle, can, stated));
  }

  /** The version it is spoken to in. */
  String versionOf(Site.Vehicle vehicle) {
    return gateway.wire().speech(new VehicleId(vehicle.id())).version().number();
  }

  private static List<DialectWord> dialectOf(VehicleSpeech speech) {
    Dialect dialect = speech.dialect();
    DialectOverrides fixed = speech.fixed();
    DialectOverrides found = speech.found();
    return List.of(
        new DialectWord(
            "instant-actions",
            word(dialect.instantActions()),
            from(fixed.instantActions(), found.instantActions())),
        new DialectWord(
            "deviation", word(dialect.deviation()), from(fixed.deviation(), found.deviation())),
        new DialectWord(
            "stitching-actions",
            word(dialect.stitchingActions()),
            from(fixed.stitchingActions(), found.stitchingActions())),
        new DialectWord(
            "connection-qos",
            Integer.toString(dialect.connectionQos()),
            fixed.connectionQos().isPresent() ? "site-file" : "version"));
  }

  private static String from(Optional<?> fixed, Optional<?> found) {
    return fixed.isPresent() ? "site-file" : found.isPresent() ? "vehicle" : "version";
  }

  private static List<VehicleAbilities.Ability> abilitiesOf(VehicleCapabilities can) {
    List<VehicleAbilities.Ability> all = new ArrayList<>();
    for (Ability ability : Ability.values()) {
      List<String> missing = ability.missing(can);
      all.add(new VehicleAbilities.Ability(word(ability), missing.isEmpty(), missing));
    }
    return all;
  }

  private static VehicleAbilities.Action actionOf(Skill skill) {
    return new VehicleAbilities.Action(
        skill.actionType(), words(skill.scopes()), words(skill.blocking()));
  }

  private static List<Limit> limitsOf(
      Site.Vehicle vehicle, VehicleCapabilities can, StatedCapabilities stated) {
    List<Limit> all = new ArrayList<>();
    double speed = new OrderLimits(can).speedMps(vehicle.maxSpeedMps());
    all.add(new Limit("max-speed", speed, "m/s", speed >= vehicle.maxSpeedMps()));
    can.maxLoadKg().ifPresent(most -> all.add(new Limit("max-load", most, "kg", false)));
    count(all, "nodes-per-order", "order.nodes", can, stated);
    count(all, "edges-per-order", "order.edges", can, stated);
    count(all, "nodes-ahead", "state.nodeStates", can, stated);
    count(all, "actions-per-node", "node.actions", can, stated);
    can.limits().idLength().ifPresent(most -> all.add(new Limit("id-length", most, "", false)));
    can.limits()
        .minOrderIntervalS()
        .filter(seconds -> seconds > 0)
        .ifPresent(
            seconds ->
                all.add(
                    new Limit(
                        "order-interval", seconds, "s", stated.minOrderIntervalS().isPresent())));
    can.charging()
        .flatMap(ChargingLimits::criticalLow)
        .ifPresent(level -> all.add(new Limit("charge-critical", level, "%", false)));
    can.charging()
        .flatMap(ChargingLimits::maxDesired)
        .ifPresent(level -> all.add(new Limit("charge-most", level, "%", false)));
    return all;
  }

  private static void count(
      List<Limit> all,
      String key,
      String path,
      VehicleCapabilities can,
      StatedCapabilities stated) {
    can.limits()
        .longest(path)
        .ifPresent(most -> all.add(new Limit(key, most, "", stated.lists().containsKey(path))));
  }

  private static List<String> words(Collection<? extends Enum<?>> all) {
    return all.stream().map(VehicleReports::word).sorted().toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
