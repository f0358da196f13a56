package dev.aisle.agv.assignment;

import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives transports to vehicles, all at once: as many as can be, and those so that what is urgent
 * goes first and the cost of all is least. Urgency grows with waiting without end while costs are
 * bounded by the floor, so no transport that some vehicle can do waits for ever.
 */
public final class Assignment {
  /** A second of urgency is worth so many milliseconds of cost. */
  private static final long URGENT_MS = 4_000;

  /** Any work is better than none, in milliseconds; far above all costs and urgencies. */
  private static final long WORK_MS = 1L << 45;

  /** Transports looked at for each vehicle, the most urgent of those that any can do. */
  private static final int EACH = 3;

  private static final int LEAST = 20;

  private Assignment() {}

  /** As the other, on a floor where nothing is in the way. */
  public static Map<TransportRequest, VehicleId> assign(
      Roadmap map, List<Candidate> vehicles, List<TransportRequest> waiting, Instant now) {
    return assign(map, vehicles, waiting.stream().map(Demand::of).toList(), FloorLoad.NONE, now);
  }

  /** Who takes what; at most one for each vehicle. Most urgent first. */
  public static Map<TransportRequest, VehicleId> assign(
      Roadmap map, List<Candidate> vehicles, List<Demand> waiting, FloorLoad floor, Instant now) {
    Costs costs = new Costs(map, floor, now);
    List<Row> rows = rows(vehicles, waiting, costs, now);
    if (rows.isEmpty()) {
      return Map.of();
    }
    int count = rows.size();
    long[][] cost = new long[vehicles.size()][count + vehicles.size()];
    for (int v = 0; v < vehicles.size(); v++) {
      for (int t = 0; t < count; t++) {
        long own = rows.get(t).costs.get(v);
        cost[v][t] = own >= Costs.NEVER ? WORK_MS : own - rows.get(t).worth - WORK_MS;
      }
    }
    int[] columns = Cheapest.columns(cost);
    VehicleId[] taker = new VehicleId[count];
    for (int v = 0; v < columns.length; v++) {
      if (columns[v] < count && rows.get(columns[v]).costs.get(v) < Costs.NEVER) {
        taker[columns[v]] = vehicles.get(v).vehicle();
      }
    }
    Map<TransportRequest, VehicleId> result = new LinkedHashMap<>();
    for (int t = 0; t < count; t++) {
      if (taker[t] != null) {
        result.put(rows.get(t).request, taker[t]);
      }
    }
    return result;
  }

  private record Row(TransportRequest request, long worth, List<Long> costs) {}

  /** The most urgent of those that at least one vehicle can do. */
  private static List<Row> rows(
      List<Candidate> vehicles, List<Demand> waiting, Costs costs, Instant now) {
    List<Demand> urgent =
        waiting.stream()
            .sorted(
                Comparator.comparing((Demand one) -> Urgency.of(one.request(), now))
                    .reversed()
                    .thenComparing(one -> one.request().id()))
            .toList();
    int most = Math.max(LEAST, EACH * vehicles.size());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < urgent.size() && rows.size() < most; i++) {
      Demand demand = urgent.get(i);
      List<Long> each = vehicles.stream().map(one -> costs.of(one, demand)).toList();
      if (each.stream().anyMatch(cost -> cost < Costs.NEVER)) {
        rows.add(new Row(demand.request(), URGENT_MS * Urgency.of(demand.request(), now), each));
      }
    }
    return rows;
  }
}
