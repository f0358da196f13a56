package dev.aisle.device.agv;

import dev.aisle.device.agv.VehicleCapabilities.Limits;
import dev.aisle.device.agv.VehicleCapabilities.Scope;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the site file states of a vehicle's capabilities. It counts more than the factsheet, which
 * may be wrong, empty or missing; what it is silent on is left to the factsheet.
 *
 * @param lists longest lists by their path in the messages, for example {@code order.nodes}
 * @param actions all types of action that the vehicle can do; empty when not stated
 * @param minOrderIntervalS least time between two orders to it, in seconds
 */
public record StatedCapabilities(
    Map<String, Integer> lists, Set<String> actions, Optional<Double> minOrderIntervalS) {
  public static final StatedCapabilities NOTHING =
      new StatedCapabilities(Map.of(), Set.of(), Optional.empty());

  public StatedCapabilities {
    lists = Map.copyOf(lists);
    actions = Set.copyOf(actions);
    lists.forEach(
        (path, most) -> {
          if (most < 1) {
            throw new IllegalArgumentException("%s cannot be limited to %d".formatted(path, most));
          }
        });
  }

  /** The capabilities that count, given what the vehicle said. */
  public VehicleCapabilities over(VehicleCapabilities said) {
    Limits limits = said.limits();
    Map<String, Integer> longest = new LinkedHashMap<>(limits.lists());
    longest.putAll(lists);
    return said.with(
        new Limits(
            longest,
            limits.messageLength(),
            limits.idLength(),
            limits.idNumericalOnly(),
            minOrderIntervalS.or(limits::minOrderIntervalS),
            limits.minStateIntervalS(),
            limits.defaultStateIntervalS()),
        actions.isEmpty() ? said.skills() : skills(said));
  }

  private List<Skill> skills(VehicleCapabilities said) {
    return actions.stream()
        .sorted()
        .map(
            type ->
                said.skill(type)
                    .orElseGet(
                        () ->
                            new Skill(
                                type,
                                EnumSet.allOf(Scope.class),
                                Set.of(),
                                Map.of(),
                                false,
                                false)))
        .toList();
  }
}
