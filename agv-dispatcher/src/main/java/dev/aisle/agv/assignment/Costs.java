package dev.aisle.agv.assignment;

import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.Terms;
import dev.aisle.agv.transport.TransportRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What it costs, in milliseconds, that a vehicle takes a transport: driving there, being late,
 * queueing where others stop, and running a battery low.
 */
final class Costs {
  /** No vehicle takes a transport at this cost. */
  static final long NEVER = Long.MAX_VALUE / 4;

  /** A millisecond too late is as bad as so many of driving. */
  private static final long LATENESS = 5;

  /** Fetching or putting down. */
  private static final long HANDLING_MS = 8_000;

  /** Behind each vehicle that stops at the same place. */
  private static final long QUEUE_MS = 20_000;

  /** Where a vehicle stands that cannot be sent on. */
  private static final long OBSTRUCTED_MS = 180_000;

  /** Battery left after the work below this counts against a vehicle, in driving time. */
  private static final long COMFORT_MS = Duration.ofMinutes(30).toMillis();

  private static final long LOW_BATTERY_MS = 30_000;

  /** Another vehicle must be quicker by so much to be sent instead. */
  private static final long KEEPS_MS = 10_000;

  private final Roadmap map;
  private final FloorLoad floor;
  private final Instant now;
  private final Map<Field, long[]> fields = new HashMap<>();

  private record Field(String node, double speedMps) {}

  Costs(Roadmap map, FloorLoad floor, Instant now) {
    this.map = map;
    this.floor = floor;
    this.now = now;
  }

  long of(Candidate vehicle, Demand demand) {
    TransportRequest transport = demand.request();
    Terms terms = transport.terms();
    if (demand.only().filter(one -> !one.equals(vehicle.vehicle())).isPresent()
        || !Fitness.carries(vehicle.can(), terms)) {
      return NEVER;
    }
    long toLoad = travel(vehicle.node(), transport.fromNode(), vehicle.maxSpeedMps());
    long carry = carry(vehicle, transport);
    if (toLoad >= NEVER || carry >= NEVER) {
      return NEVER;
    }
    long left = vehicle.enduranceMs() - toLoad - carry;
    if (left < 0) {
      return NEVER;
    }
    long there = vehicle.freeInMs() + toLoad;
    if (there >= NEVER) {
      return NEVER;
    }
    long fetch = Math.max(there, opensInMs(terms));
    boolean keeps = vehicle.has().equals(Optional.of(transport.id()));
    return there
        + LATENESS * lateMs(terms, fetch + carry + 2 * HANDLING_MS)
        + queue(transport.fromNode())
        + queue(transport.toNode())
        + LOW_BATTERY_MS * (COMFORT_MS - Math.min(left, COMFORT_MS)) / COMFORT_MS
        - (keeps ? KEEPS_MS : 0);
  }

  private long carry(Candidate vehicle, TransportRequest transport) {
    long sum = 0;
    String from = transport.fromNode();
    for (Terms.Call call : transport.terms().calls()) {
      sum = plus(sum, travel(from, call.node(), vehicle.maxSpeedMps()) + call.stands().toMillis());
      from = call.node();
    }
    return plus(sum, travel(from, transport.toNode(), vehicle.maxSpeedMps()));
  }

  private static long plus(long sum, long more) {
    return Math.min(NEVER, sum + Math.min(more, NEVER));
  }

  private long travel(String from, String to, double speedMps) {
    long[] field =
        fields.computeIfAbsent(
            new Field(to, speedMps), f -> map.travelMsTo(map.number(f.node()), f.speedMps()));
    long ms = field[map.number(from)];
    return ms == Long.MAX_VALUE ? NEVER : ms;
  }

  private long opensInMs(Terms terms) {
    return terms.notBefore().map(from -> Duration.between(now, from).toMillis()).orElse(0L);
  }

  private long lateMs(Terms terms, long doneInMs) {
    return terms
        .deadline()
        .map(due -> Math.max(0, doneInMs - Duration.between(now, due).toMillis()))
        .orElse(0L);
  }

  private long queue(String node) {
    return QUEUE_MS * floor.heading().getOrDefault(node, 0)
        + (floor.obstructed().contains(node) ? OBSTRUCTED_MS : 0);
  }
}
