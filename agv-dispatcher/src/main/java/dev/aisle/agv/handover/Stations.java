package dev.aisle.agv.handover;

import dev.aisle.agv.roadmap.Roadmap;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All stations of a floor that have to be ready before a load is handed over. Never changes:
 * whatever happens makes new ones. The talk follows that of SEMI E84 in its parts: a request before
 * the vehicle comes, "ready" held while the request stands, "busy" during the transfer, and both
 * taken back afterwards.
 */
public final class Stations {
  /** A floor without stations. */
  public static final Stations NONE = new Stations(Map.of());

  private final Map<String, StationWatch> all;

  private Stations(Map<String, StationWatch> all) {
    this.all = all;
  }

  /**
   * @throws IllegalArgumentException if a node has two, or is none of the roadmap
   */
  public static Stations of(Collection<Station> stations, Roadmap map) {
    Map<String, StationWatch> all = new LinkedHashMap<>();
    for (Station station : stations) {
      if (!map.has(station.node()) || station.instead().filter(n -> !map.has(n)).isPresent()) {
        throw new IllegalArgumentException("station %s is at no node".formatted(station));
      }
      if (all.put(station.node(), StationWatch.of(station)) != null) {
        throw new IllegalArgumentException("node %s has two stations".formatted(station.node()));
      }
    }
    return new Stations(all);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public boolean at(String node) {
    return all.containsKey(node);
  }

  /** A station says how it stands. To be said at every change and at least once a second. */
  public Stations heard(String node, StationState state, Instant at) {
    StationWatch before = all.get(node);
    if (before == null) {
      return this;
    }
    Map<String, StationWatch> next = new LinkedHashMap<>(all);
    next.put(node, before.says(state, at));
    return new Stations(next);
  }

  /** Whether a load may be handed over at a node now; always where there is no station. */
  public boolean permits(String node, StationState wanted, Instant now) {
    StationWatch station = all.get(node);
    return station == null || station.state(now) == wanted;
  }

  /**
   * Outcome of a look at all stations.
   *
   * @param signals what to tell which station now
   */
  public record Turn(Stations stations, Map<String, StationSignal> signals) {
    public Turn {
      signals = Map.copyOf(signals);
    }
  }

  /** Decides about every station. */
  public Turn next(Map<String, StationNeed> needs, Instant now) {
    Map<String, StationWatch> next = new LinkedHashMap<>();
    Map<String, StationSignal> signals = new LinkedHashMap<>();
    all.forEach(
        (node, before) -> {
          StationWatch after = before.next(needs.getOrDefault(node, StationNeed.NONE), now);
          next.put(node, after);
          after
              .told()
              .filter(signal -> !before.told().equals(after.told()))
              .ifPresent(signal -> signals.put(node, signal));
        });
    return new Turn(new Stations(next), signals);
  }

  /** Where a load is brought when the station at a node does not take it. */
  public Optional<String> instead(String node) {
    return Optional.ofNullable(all.get(node)).flatMap(station -> station.station().instead());
  }

  /** Why nothing can be fetched at a node, or set down there. */
  public Optional<StationTrouble> trouble(String node, boolean fetching) {
    return Optional.ofNullable(all.get(node))
        .flatMap(StationWatch::trouble)
        .filter(trouble -> trouble.why().concerns(fetching));
  }

  /** The stations that are out of order. */
  public List<StationTrouble> troubles() {
    return all.values().stream().flatMap(station -> station.trouble().stream()).toList();
  }
}
