package dev.aisle.hmi.app.site.fleet;

import dev.aisle.device.agv.StatedCapabilities;
import dev.aisle.device.agv.vda5050.Dialect.DeviationKey;
import dev.aisle.device.agv.vda5050.Dialect.InstantActionsKey;
import dev.aisle.device.agv.vda5050.Dialect.StitchingActions;
import dev.aisle.device.agv.vda5050.DialectOverrides;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.hmi.app.site.text.Part;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Reads what the site file says of a vehicle's protocol: {@code version}, {@code dialect}, … */
public final class ProfileReader {
  private static final int MOST_NODES = 10_000;
  private static final double LONGEST_INTERVAL_S = 60;

  private static final Map<String, Version> VERSIONS =
      new TreeMap<>(Map.of("2.0.0", Version.V2_0, "2.1.0", Version.V2_1, "3.0.0", Version.V3_0));

  private static final Map<String, InstantActionsKey> INSTANT_ACTIONS =
      new TreeMap<>(
          Map.of(
              "actions", InstantActionsKey.ACTIONS,
              "instantActions", InstantActionsKey.INSTANT_ACTIONS,
              "both", InstantActionsKey.BOTH));

  private static final Map<String, DeviationKey> DEVIATION =
      new TreeMap<>(
          Map.of(
              "allowedDeviationXY", DeviationKey.UPPER,
              "allowedDeviationXy", DeviationKey.LOWER,
              "both", DeviationKey.BOTH));

  private static final Map<String, StitchingActions> STITCHING =
      new TreeMap<>(
          Map.of(
              "left-out", StitchingActions.LEFT_OUT,
              "repeated", StitchingActions.REPEATED));

  private ProfileReader() {}

  /** Empty when the vehicle itself shall tell. */
  public static Optional<Version> version(Part vehicle) {
    return word(vehicle, "version", VERSIONS);
  }

  public static DialectOverrides dialect(Part vehicle) {
    Optional<Part> found = vehicle.part("dialect");
    if (found.isEmpty()) {
      return DialectOverrides.NONE;
    }
    Part part = found.get();
    Optional<InstantActionsKey> key = word(part, "instant_actions", INSTANT_ACTIONS);
    Optional<DeviationKey> deviation = word(part, "deviation", DEVIATION);
    Optional<StitchingActions> stitching = word(part, "stitching_actions", STITCHING);
    OptionalInt qos = part.whole("connection_qos", 0, 1);
    part.done();
    return new DialectOverrides(key, deviation, stitching, qos);
  }

  public static StatedCapabilities stated(Part vehicle) {
    Set<String> actions = new LinkedHashSet<>();
    vehicle.texts("actions").forEach(item -> actions.add(item.text()));
    Optional<Part> found = vehicle.part("limits");
    if (found.isEmpty()) {
      return new StatedCapabilities(Map.of(), actions, Optional.empty());
    }
    Part part = found.get();
    Map<String, Integer> lists = new LinkedHashMap<>();
    part.whole("nodes_per_order", 2, MOST_NODES)
        .ifPresent(
            most -> {
              lists.put("order.nodes", most);
              lists.put("order.edges", most - 1);
            });
    part.whole("nodes_ahead", 1, MOST_NODES).ifPresent(most -> lists.put("state.nodeStates", most));
    Optional<Double> interval = part.number("order_every_s", 0, LONGEST_INTERVAL_S);
    part.done();
    return new StatedCapabilities(lists, actions, interval);
  }

  private static <E> Optional<E> word(Part part, String key, Map<String, E> words) {
    return part.word(key, words.keySet()).map(words::get);
  }
}
