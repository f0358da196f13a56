package dev.aisle.agv.assignment;

import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Gives the most urgent transports, as many as there are vehicles, to the vehicles that need the
 * least time in sum to get there. Urgency grows with waiting, so none waits for ever.
 */
public final class Assignment {
  /** One step of priority is worth this much waiting. */
  private static final Duration PRIORITY_STEP = Duration.ofMinutes(1);

  private static final double FAR_MS = 1e9;

  private Assignment() {}

  /** Who takes what; at most one for each vehicle. Most urgent first. */
  public static Map<TransportRequest, VehicleId> assign(
      Roadmap map, List<Candidate> vehicles, List<TransportRequest> waiting, Instant now) {
    List<TransportRequest> urgent =
        waiting.stream()
            .sorted(
                Comparator.comparing((TransportRequest t) -> urgency(t, now))
                    .reversed()
                    .thenComparing(TransportRequest::id))
            .limit(vehicles.size())
            .toList();
    if (urgent.isEmpty()) {
      return Map.of();
    }
    Map<String, VehicleId> chosen = match(map, vehicles, urgent);
    Map<TransportRequest, VehicleId> result = new LinkedHashMap<>();
    for (int i = 0; i < urgent.size(); i++) {
      VehicleId vehicle = chosen.get("t" + i);
      if (vehicle != null) {
        result.put(urgent.get(i), vehicle);
      }
    }
    return result;
  }

  /** Seconds waited, and more for a higher priority. */
  static long urgency(TransportRequest transport, Instant now) {
    return Duration.between(transport.requestedAt(), now).toSeconds()
        + transport.priority() * PRIORITY_STEP.toSeconds();
  }

  private static Map<String, VehicleId> match(
      Roadmap map, List<Candidate> vehicles, List<TransportRequest> urgent) {
    var graph = new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    List<String> left = names("t", vehicles.size());
    List<String> right = names("v", vehicles.size());
    left.forEach(graph::addVertex);
    right.forEach(graph::addVertex);
    for (int t = 0; t < left.size(); t++) {
      for (int v = 0; v < right.size(); v++) {
        Candidate vehicle = vehicles.get(v);
        double weight = t < urgent.size() ? timeMs(map, vehicle, urgent.get(t)) : 0;
        graph.setEdgeWeight(graph.addEdge(left.get(t), right.get(v)), weight);
      }
    }
    Set<DefaultWeightedEdge> edges =
        new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(
                graph, new LinkedHashSet<>(left), new LinkedHashSet<>(right))
            .getMatching()
            .getEdges();
    return edges.stream()
        .filter(e -> graph.getEdgeWeight(e) < FAR_MS)
        .collect(
            Collectors.toMap(
                graph::getEdgeSource,
                e ->
                    vehicles.get(Integer.parseInt(graph.getEdgeTarget(e).substring(1))).vehicle()));
  }

  private static double timeMs(Roadmap map, Candidate vehicle, TransportRequest transport) {
    long[] times = map.travelMsTo(map.number(transport.fromNode()), vehicle.maxSpeedMps());
    long travel = times[map.number(vehicle.node())];
    return travel == Long.MAX_VALUE ? FAR_MS : vehicle.freeInMs() + travel;
  }

  private static List<String> names(String prefix, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(prefix + i);
    }
    return names;
  }
}
