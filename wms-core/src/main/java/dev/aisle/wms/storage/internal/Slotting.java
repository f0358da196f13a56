package dev.aisle.wms.storage.internal;

import dev.aisle.wms.location.Location;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.task.Policies;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses among free slots by the site's rules, the first rule weighing most. Pure. */
final class Slotting {
  /** {@code S-01-02} lies on the floor, {@code S-01-02-3} on the third level. */
  private static final Pattern WITH_LEVEL = Pattern.compile(".*-\\d+-\\d+-(\\d+)");

  private final Policies policies;

  Slotting(Policies policies) {
    this.policies = policies;
  }

  /** What is known about the unit. */
  record Load(Optional<PartyId> owner, long weightG, Location at) {}

  /** The slot, the rule that decided, and the values it saw. */
  record Chosen(LocationId slot, String rule, Map<String, String> facts) {}

  Optional<Chosen> choose(Load load, List<Location> free) {
    if (free.isEmpty()) {
      return Optional.empty();
    }
    List<Location> left = free;
    String decidedBy = Policies.NEAREST_FREE;
    for (String rule : policies.putAway()) {
      ToDoubleFunction<Location> cost = cost(rule, load);
      double best = left.stream().mapToDouble(cost).min().orElseThrow();
      List<Location> kept = left.stream().filter(s -> cost.applyAsDouble(s) <= best).toList();
      if (kept.size() < left.size()) {
        decidedBy = rule;
      }
      left = kept;
    }
    Location slot =
        left.stream()
            .min(Comparator.comparingInt(Location::sequence).thenComparing(Location::id))
            .orElseThrow();
    Map<String, String> facts = new HashMap<>();
    facts.put("free", Integer.toString(free.size()));
    facts.put("metres", "%.1f".formatted(distance(load.at(), slot)));
    facts.put("weightKg", Long.toString(load.weightG() / 1000));
    facts.put("level", Integer.toString(level(slot)));
    facts.put("zone", slot.zone());
    load.owner().ifPresent(owner -> facts.put("owner", owner.value()));
    return Optional.of(new Chosen(slot.id(), decidedBy, facts));
  }

  private ToDoubleFunction<Location> cost(String rule, Load load) {
    return switch (rule) {
      case Policies.OWNER_ZONE -> slot -> foreignZone(load, slot) ? 1 : 0;
      case Policies.HEAVIEST_LOW ->
          slot -> load.weightG() >= policies.heavyFromKg() * 1000 ? level(slot) : 0;
      case Policies.NEAREST_FREE -> slot -> distance(load.at(), slot);
      default -> throw new IllegalArgumentException("no such rule: " + rule);
    };
  }

  /** An owner with a zone belongs there, and the others do not. */
  private boolean foreignZone(Load load, Location slot) {
    Optional<String> own = load.owner().map(policies.ownerZones()::get);
    return own.map(zone -> !zone.equals(slot.zone()))
        .orElseGet(() -> policies.ownerZones().containsValue(slot.zone()));
  }

  /** Vehicles drive along the grid. */
  private static double distance(Location from, Location to) {
    return Math.abs(from.xM() - to.xM()) + Math.abs(from.yM() - to.yM());
  }

  private static int level(Location slot) {
    Matcher level = WITH_LEVEL.matcher(slot.id().value().toUpperCase(Locale.ROOT));
    return level.matches() ? Integer.parseInt(level.group(1)) : 0;
  }
}
