package dev.aisle.agv.floor;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.floor.Floors.Floor;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What many fleets do: shortest way, and the next node as soon as it is free. Kept to show that the
 * adversarial floors lock it up. It knows only a faultless network.
 */
final class GreedyDispatcher implements Controller {
  private final Roadmap map;
  private final Map<VehicleId, Ride> rides = new LinkedHashMap<>();
  private final Map<String, VehicleId> held = new HashMap<>();
  private final Deque<TransportRequest> waiting = new ArrayDeque<>();

  private static final class Ride {
    final VehicleSpec spec;
    final Deque<String> way = new ArrayDeque<>();
    Optional<State> state = Optional.empty();
    Optional<TransportRequest> transport = Optional.empty();
    boolean loaded;
    String at;
    int orders;
    Optional<String> action = Optional.empty();

    Ride(VehicleSpec spec) {
      this.spec = spec;
      at = spec.parksAt();
    }
  }

  GreedyDispatcher(Floor floor) {
    map = floor.map();
    for (VehicleSpec spec : floor.vehicles()) {
      rides.put(spec.id(), new Ride(spec));
      held.put(spec.parksAt(), spec.id());
    }
  }

  @Override
  public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
    for (DispatchInput input : inputs) {
      if (input instanceof DispatchInput.Report(State state)) {
        Ride ride = rides.get(state.vehicle());
        if (ride.state.map(s -> s.headerId() < state.headerId()).orElse(true)) {
          ride.state = Optional.of(state);
        }
      } else if (input instanceof DispatchInput.Submit(TransportRequest request)
          && !waiting.contains(request)
          && rides.values().stream().noneMatch(r -> r.transport.equals(Optional.of(request)))) {
        waiting.add(request);
      }
    }
    List<DispatchOutput> outputs = new ArrayList<>();
    rides.values().forEach(ride -> move(ride, now, outputs));
    return outputs;
  }

  private void move(Ride ride, Instant now, List<DispatchOutput> outputs) {
    if (ride.state.isEmpty() || !arrived(ride, ride.state.get())) {
      return;
    }
    held.entrySet()
        .removeIf(e -> e.getValue().equals(ride.spec.id()) && !e.getKey().equals(ride.at));
    if (ride.way.isEmpty() && !nextLeg(ride, now, outputs)) {
      return;
    }
    String next = ride.way.getFirst();
    if (held.putIfAbsent(next, ride.spec.id()) == null) {
      ride.way.removeFirst();
      drive(ride, next, outputs);
    }
  }

  private boolean arrived(Ride ride, State state) {
    if (ride.orders == 0) {
      return true;
    }
    boolean acted =
        ride.action.isEmpty()
            || state.actionStates().stream()
                .anyMatch(
                    a ->
                        a.actionId().equals(ride.action.get())
                            && a.status() == ActionStatus.FINISHED);
    return state.orderId().equals(orderId(ride)) && state.lastNodeId().equals(ride.at) && acted;
  }

  private boolean nextLeg(Ride ride, Instant now, List<DispatchOutput> outputs) {
    if (ride.transport.isPresent() && ride.loaded) {
      TransportRequest done = ride.transport.get();
      outputs.add(
          new DispatchOutput.Happened(
              new TransportEvent.Delivered(done.id(), ride.spec.id(), done.toNode(), now)));
      ride.transport = Optional.empty();
      ride.loaded = false;
    } else if (ride.transport.isPresent()) {
      ride.loaded = true;
      return way(ride, ride.transport.get().toNode());
    }
    ride.transport = Optional.ofNullable(waiting.poll());
    return way(ride, ride.transport.map(TransportRequest::fromNode).orElse(ride.spec.parksAt()));
  }

  private boolean way(Ride ride, String goal) {
    long[] times = map.travelMsTo(map.number(goal), 1);
    String node = ride.at;
    while (!node.equals(goal)) {
      String best = "";
      long least = Long.MAX_VALUE;
      for (int lane : map.lanesOut(map.number(node))) {
        if (times[map.laneTo(lane)] < least) {
          least = times[map.laneTo(lane)];
          best = map.node(map.laneTo(lane)).id();
        }
      }
      ride.way.add(best);
      node = best;
    }
    return !ride.way.isEmpty();
  }

  private void drive(Ride ride, String next, List<DispatchOutput> outputs) {
    ride.orders++;
    List<VehicleOrder.Action> actions = new ArrayList<>();
    ride.action = Optional.empty();
    if (ride.way.isEmpty() && ride.transport.isPresent()) {
      String type = ride.loaded ? "drop" : "pick";
      ride.action = Optional.of(orderId(ride) + type);
      actions.add(
          new VehicleOrder.Action(
              ride.action.get(),
              type,
              VehicleOrder.Blocking.HARD,
              Map.of("loadId", ride.transport.get().loadId())));
    }
    outputs.add(
        new DispatchOutput.SendOrder(
            new VehicleOrder(
                ride.spec.id(),
                orderId(ride),
                0,
                List.of(node(ride.at, 0, List.of()), node(next, 2, actions)),
                List.of(new VehicleOrder.Edge("e", 1, true, ride.at, next, Optional.empty())))));
    ride.at = next;
  }

  private static String orderId(Ride ride) {
    return ride.spec.id() + "-" + ride.orders;
  }

  private VehicleOrder.Node node(String id, int sequence, List<VehicleOrder.Action> actions) {
    var place = map.node(id);
    return new VehicleOrder.Node(id, sequence, true, place.xM(), place.yM(), 0.3, "hall", actions);
  }

  @Override
  public void restart() {
    throw new UnsupportedOperationException("it remembers nothing");
  }

  @Override
  public String explain(Instant now) {
    StringBuilder text = new StringBuilder();
    rides.values().forEach(r -> text.append("%s wants %s%n".formatted(r.spec.id(), r.way)));
    return text.toString();
  }
}
