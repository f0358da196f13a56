package dev.aisle.agv.fleet;

import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.Limits;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an order to one vehicle may look like, by its capabilities (VDA 5050 2.1, 6.15.3; 3.0, 7.9).
 * Where a vehicle says nothing there is no limit.
 */
public record OrderLimits(VehicleCapabilities can) {
  private static final int NO_LIMIT = 10_000;
  private static final double MS_PER_S = 1000;
  private static final int FNV_OFFSET = 0x811C9DC5;
  private static final int FNV_PRIME = 0x01000193;

  /** From the one that leaves the least open: it is what the work needs, the others will do. */
  private static final List<Blocking> PREFERRED =
      List.of(Blocking.HARD, Blocking.SOFT, Blocking.SINGLE, Blocking.NONE);

  /** Most nodes in one message; two at least, for with one nobody can be sent anywhere. */
  public int mostNodes() {
    return Math.max(2, Math.min(most("order.nodes"), most("order.edges") + 1));
  }

  /** Most nodes that the vehicle may have ahead of it, base and horizon together. */
  public int mostAhead() {
    return Math.min(most("state.nodeStates"), most("state.edgeStates"));
  }

  /** Least time between two orders. */
  public Duration interval() {
    return can.limits()
        .minOrderIntervalS()
        .map(seconds -> Duration.ofMillis(Math.round(seconds * MS_PER_S)))
        .orElse(Duration.ZERO);
  }

  /** The slower of both. */
  public double speedMps(double wantedMps) {
    return can.motion()
        .maxSpeed()
        .filter(most -> most > 0)
        .map(most -> Math.min(most, wantedMps))
        .orElse(wantedMps);
  }

  /** How an action shall block, out of what the vehicle accepts for it. */
  public Blocking blocking(String actionType) {
    Set<Blocking> accepted = can.skill(actionType).map(Skill::blocking).orElse(Set.of());
    return PREFERRED.stream().filter(accepted::contains).findFirst().orElse(Blocking.HARD);
  }

  /** Those parameters that it knows; all when it does not say which. */
  public Map<String, String> parameters(String actionType, Map<String, String> wanted) {
    Map<String, Boolean> known = can.skill(actionType).map(Skill::parameters).orElse(Map.of());
    int most = most("actions.actionsParameters");
    return wanted.entrySet().stream()
        .filter(one -> known.isEmpty() || known.containsKey(one.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .limit(most)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * True when the vehicle says that it knows an optional field of messages, by its path (VDA 5050
   * 2.1, 6.15.5: optionalParameters). What it does not name it does not know.
   */
  public boolean knows(String path) {
    return can.parameters().containsKey(path);
  }

  /** The identifier itself, or its short form when the vehicle cannot hold it. */
  public String fitting(String id) {
    Limits limits = can.limits();
    boolean tooLong = limits.idLength().filter(most -> id.length() > most).isPresent();
    boolean wordy = limits.idNumericalOnly() && !id.matches("[0-9]+");
    return tooLong || wordy ? shortened(id) : id;
  }

  /**
   * True when a vehicle that was told {@code told} was told {@code id}, in full or short: its
   * limits may have become known only after it was told.
   */
  public static boolean same(String id, String told) {
    return told.equals(id) || told.equals(shortened(id));
  }

  /** Ten digits at most: the 32-bit FNV-1a hash of the characters. */
  private static String shortened(String id) {
    int hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    return Integer.toUnsignedString(hash);
  }

  private int most(String path) {
    return can.limits().longest(path).orElse(NO_LIMIT);
  }
}
