package dev.aisle.sim.fleet.control;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.sim.fleet.floors.FleetFloor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A yardstick: what many fleets do. The nearest idle vehicle takes the oldest transport, drives the
 * shortest way, and reserves the next pieces of it as soon as they are free. It never collides, and
 * locks up where vehicles meet head-on. It forgets nothing when it is restarted.
 */
public final class GreedyReservation implements FleetController {
  private static final Duration SEND_AGAIN = Duration.ofSeconds(2);

  private final Roadmap map;
  private final Conflicts conflicts;
  private final Map<VehicleId, GreedyRide> rides = new LinkedHashMap<>();
  private final Map<Integer, VehicleId> holders = new HashMap<>();
  private final Map<TransportId, TransportRequest> waiting = new LinkedHashMap<>();
  private final Map<TransportId, TransportEvent> told = new LinkedHashMap<>();

  public GreedyReservation(FleetFloor floor) {
    map = floor.map();
    conflicts =
        Conflicts.of(
            map,
            Footprint.coveringAll(floor.described().stream().map(v -> v.footprint()).toList()));
    floor
        .members()
        .forEach(
            member -> {
              VehicleId id = member.vehicle().id();
              rides.put(id, new GreedyRide(member, map));
              holders.put(map.number(member.vehicle().startNode()), id);
            });
  }

  @Override
  public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
    List<DispatchOutput> outputs = new ArrayList<>();
    for (DispatchInput input : inputs) {
      if (input instanceof DispatchInput.Report(State state)) {
        Optional.ofNullable(rides.get(state.vehicle())).ifPresent(ride -> ride.heard(state));
      } else if (input instanceof DispatchInput.Submit(TransportRequest request)) {
        submit(request, outputs);
      }
    }
    for (GreedyRide ride : rides.values()) {
      letGo(ride);
      ride.finishedTransport()
          .ifPresent(
              done -> {
                TransportEvent event =
                    new TransportEvent.Delivered(done.id(), ride.id(), done.toNode(), now);
                told.put(done.id(), event);
                outputs.add(new DispatchOutput.Happened(event));
              });
    }
    assign();
    for (GreedyRide ride : rides.values()) {
      if (ride.isHeard()) {
        claim(ride);
        ride.order(now, SEND_AGAIN)
            .ifPresent(order -> outputs.add(new DispatchOutput.SendOrder(order)));
      }
    }
    return outputs;
  }

  private void submit(TransportRequest request, List<DispatchOutput> outputs) {
    TransportEvent known = told.get(request.id());
    if (known != null) {
      outputs.add(new DispatchOutput.Happened(known));
    } else if (rides.values().stream().noneMatch(ride -> ride.carries(request.id()))) {
      waiting.putIfAbsent(request.id(), request);
    }
  }

  /** Frees what lies behind. */
  private void letGo(GreedyRide ride) {
    List<Integer> kept = ride.places(conflicts);
    holders
        .entrySet()
        .removeIf(held -> held.getValue().equals(ride.id()) && !kept.contains(held.getKey()));
  }

  private void assign() {
    for (TransportRequest request : List.copyOf(waiting.values())) {
      List<GreedyRide> idle = rides.values().stream().filter(GreedyRide::isIdle).toList();
      if (idle.isEmpty()) {
        return;
      }
      long[] away = map.travelMsTo(map.number(request.fromNode()), 1);
      idle.stream()
          .min(Comparator.comparingLong(ride -> away[map.number(ride.node())]))
          .ifPresent(
              ride -> {
                waiting.remove(request.id());
                ride.take(request);
              });
    }
  }

  /** Takes the next pieces of its way as long as they are free and not too far ahead. */
  private void claim(GreedyRide ride) {
    while (ride.wantsMore()) {
      List<Integer> next = ride.nextPlaces(conflicts);
      Optional<VehicleId> other = holder(ride.id(), next);
      ride.blockedBy(other);
      if (other.isPresent()) {
        return;
      }
      next.forEach(place -> holders.put(place, ride.id()));
      ride.advance();
    }
  }

  private Optional<VehicleId> holder(VehicleId self, List<Integer> places) {
    for (int place : places) {
      for (int near : conflicts.with(place)) {
        VehicleId other = holders.get(near);
        if (other != null && !other.equals(self)) {
          return Optional.of(other);
        }
      }
      VehicleId here = holders.get(place);
      if (here != null && !here.equals(self)) {
        return Optional.of(here);
      }
    }
    return Optional.empty();
  }

  @Override
  public void restart() {
    // it forgets nothing
  }

  @Override
  public Map<VehicleId, Waiting> waits(Instant now) {
    Map<VehicleId, Waiting> waits = new LinkedHashMap<>();
    rides.forEach((id, ride) -> ride.waiting().ifPresent(waits_ -> waits.put(id, waits_)));
    return waits;
  }

  @Override
  public List<String> told(Instant now) {
    return rides.values().stream().map(GreedyRide::toString).toList();
  }
}
