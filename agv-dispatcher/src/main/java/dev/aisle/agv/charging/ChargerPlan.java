package dev.aisle.agv.charging;

import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who rests at which of the chargers that are nobody's own. The emptiest goes first. Who must
 * charge keeps its charger until it is charged; who only uses an idle time leaves for it. All
 * others wait at home, where they are in nobody's way.
 */
public final class ChargerPlan {
  private ChargerPlan() {}

  /**
   * A vehicle without a charger of its own that could charge.
   *
   * @param must it cannot work before it has charged
   * @param node where it will be free to go there
   * @param holds the charger it has now
   * @param settled it has been there for long enough to be sent away
   */
  public record Wish(
      VehicleId vehicle,
      double percent,
      boolean must,
      String node,
      double speedMps,
      Optional<String> holds,
      boolean settled) {}

  /** The charger of each vehicle that gets or keeps one. */
  public static Map<VehicleId, String> leases(
      Roadmap map, List<String> chargers, List<Wish> wishes) {
    List<Wish> emptiest =
        wishes.stream()
            .sorted(
                Comparator.comparingDouble(Wish::percent).thenComparing(w -> w.vehicle().value()))
            .toList();
    Map<VehicleId, String> leases = new LinkedHashMap<>();
    Set<String> free = new HashSet<>(chargers);
    for (Wish wish : emptiest) {
      wish.holds().filter(free::remove).ifPresent(charger -> leases.put(wish.vehicle(), charger));
    }
    List<Wish> waiting =
        emptiest.stream().filter(w -> w.must() && !leases.containsKey(w.vehicle())).toList();
    makeRoom(emptiest, waiting.size() - free.size(), leases, free);
    waiting.forEach(wish -> give(map, wish, leases, free));
    emptiest.stream()
        .filter(wish -> !wish.must() && wish.holds().isEmpty())
        .forEach(wish -> give(map, wish, leases, free));
    return leases;
  }

  /** The fullest of those that need not charge leave. */
  private static void makeRoom(
      List<Wish> emptiest, int wanted, Map<VehicleId, String> leases, Set<String> free) {
    List<Wish> leaving = new ArrayList<>();
    for (int i = emptiest.size() - 1; i >= 0 && leaving.size() < wanted; i--) {
      Wish wish = emptiest.get(i);
      if (!wish.must() && wish.settled() && leases.containsKey(wish.vehicle())) {
        leaving.add(wish);
      }
    }
    for (Wish wish : leaving) {
      Optional.ofNullable(leases.remove(wish.vehicle())).ifPresent(free::add);
    }
  }

  private static void give(
      Roadmap map, Wish wish, Map<VehicleId, String> leases, Set<String> free) {
    Optional<String> nearest =
        free.stream()
            .min(
                Comparator.comparingLong(
                        (String charger) ->
                            Reach.toNearestMs(map, wish.node(), List.of(charger), wish.speedMps()))
                    .thenComparing(Comparator.naturalOrder()));
    nearest.ifPresent(
        charger -> {
          free.remove(charger);
          leases.put(wish.vehicle(), charger);
        });
  }
}
