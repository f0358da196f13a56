package dev.aisle.agv.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.floor.Floors.Floor;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/** Vehicles, loads and a bad network around a controller; every tick checks what must hold. */
final class VirtualFloor implements VirtualVehicle.Ground {
  static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
  private static final long TICK_MS = 100;

  private final Floor floor;
  private final Controller controller;
  private final Faults faults;
  private final Random random;
  private final int openAtOnce;
  private final Map<VehicleId, VirtualVehicle> vehicles = new LinkedHashMap<>();
  private final Map<String, String> standing = new HashMap<>();
  private final Map<String, Integer> puts = new HashMap<>();
  private final Map<TransportId, TransportRequest> requests = new LinkedHashMap<>();
  private final Set<TransportId> delivered = new LinkedHashSet<>();
  private final Map<VehicleId, VehicleOrder> lastOrders = new HashMap<>();
  private final Map<VehicleId, Long> cutUntil = new HashMap<>();
  private final Map<VehicleId, Long> reportDue = new HashMap<>();
  private final PriorityQueue<Message> network =
      new PriorityQueue<>(
          (a, b) ->
              a.atMs != b.atMs ? Long.compare(a.atMs, b.atMs) : Long.compare(a.number, b.number));
  private final List<DispatchInput> inbox = new ArrayList<>();
  private long nowMs;
  private long messages;
  private int loads;
  int restarts;
  long longestStepNs;
  long stepNs;
  long steps;

  private record Message(long atMs, long number, Runnable deliver) {}

  VirtualFloor(Floor floor, Controller controller, Faults faults, long seed) {
    this.floor = floor;
    this.controller = controller;
    this.faults = faults;
    random = new Random(seed);
    openAtOnce = Math.max(10, floor.vehicles().size());
    for (VehicleSpec spec : floor.vehicles()) {
      vehicles.put(
          spec.id(), new VirtualVehicle(spec, floor.map(), new Random(random.nextLong()), this));
    }
    List<String> stands = floor.stands();
    for (int i = 0; i < stands.size(); i += 2) {
      standing.put(stands.get(i), "LOAD-" + ++loads);
    }
  }

  /** Before anything runs: the vehicles stand there, in their order, and have said so. */
  VirtualFloor standing(List<String> places) {
    Iterator<String> each = places.iterator();
    for (VirtualVehicle vehicle : vehicles.values()) {
      vehicle.standOn(each.next());
      inbox.add(new DispatchInput.Report(vehicle.report(now())));
    }
    return this;
  }

  /** Runs until so many transports are delivered; gives up after the time. */
  void deliver(int transports, long withinMinutes) {
    long end = nowMs + withinMinutes * 60_000;
    while (delivered.size() < transports && nowMs < end) {
      if (requests.size() < transports && requests.size() - delivered.size() < openAtOnce) {
        request();
      }
      tick();
    }
    if (Boolean.getBoolean("aisle.figures")) {
      System.out.printf(
          "%s: %d transports in %d s, %d restarts, step mean %d us, longest %d us%n",
          floor.name(),
          delivered.size(),
          nowMs / 1000,
          restarts,
          stepNs / steps / 1000,
          longestStepNs / 1000);
    }
    assertThat(delivered).as("delivered in time; %s", this).hasSize(transports);
    for (TransportRequest request : requests.values()) {
      assertThat(puts.get(request.id().value())).as("drops of %s", request).isEqualTo(1);
    }
  }

  Instant now() {
    return START.plusMillis(nowMs);
  }

  private void request() {
    Set<String> busy = new HashSet<>();
    requests.values().stream()
        .filter(r -> !delivered.contains(r.id()))
        .forEach(
            r -> {
              busy.add(r.fromNode());
              busy.add(r.toNode());
            });
    List<String> from =
        floor.stands().stream().filter(n -> standing.containsKey(n) && !busy.contains(n)).toList();
    List<String> to =
        floor.stands().stream().filter(n -> !standing.containsKey(n) && !busy.contains(n)).toList();
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    String source = from.get(random.nextInt(from.size()));
    TransportRequest request =
        new TransportRequest(
            new TransportId("T" + (requests.size() + 1)),
            standing.get(source),
            source,
            to.get(random.nextInt(to.size())),
            random.nextInt(3),
            now());
    requests.put(request.id(), request);
    inbox.add(new DispatchInput.Submit(request));
    if (random.nextInt(4) == 0) {
      inbox.add(new DispatchInput.Submit(request));
    }
  }

  private void tick() {
    nowMs += TICK_MS;
    for (VirtualVehicle vehicle : vehicles.values()) {
      vehicle.tick(TICK_MS / 1000.0);
      fault(vehicle);
      report(vehicle);
    }
    while (!network.isEmpty() && network.peek().atMs <= nowMs) {
      network.remove().deliver.run();
    }
    nobodyTouches();
    controller.looks(vehicles.values());
    if (random.nextDouble() < faults.restarts() * TICK_MS / 1000) {
      restart();
    }
    if (nowMs % 200 == 0) {
      List<DispatchInput> inputs = List.copyOf(inbox);
      inbox.clear();
      List<DispatchOutput> outputs = step(inputs);
      if (!outputs.isEmpty() && random.nextDouble() < faults.restarts()) {
        outputs.subList(0, random.nextInt(outputs.size())).forEach(this::carryOut);
        restart();
      } else {
        outputs.forEach(this::carryOut);
      }
    }
  }

  private List<DispatchOutput> step(List<DispatchInput> inputs) {
    long before = System.nanoTime();
    List<DispatchOutput> outputs = controller.step(now(), inputs);
    long took = System.nanoTime() - before;
    stepNs += took;
    steps++;
    longestStepNs = Math.max(longestStepNs, took);
    return outputs;
  }

  /** Killed; what was on its way to it is lost, open requests are sent again by who made them. */
  private void restart() {
    inbox.clear();
    requests.values().stream()
        .filter(r -> !delivered.contains(r.id()))
        .forEach(r -> inbox.add(new DispatchInput.Submit(r)));
    controller.restart();
    restarts++;
  }

  private void fault(VirtualVehicle vehicle) {
    VehicleId id = vehicle.spec.id();
    if (random.nextDouble() < faults.vanishing() * TICK_MS / 1000 && isLinked(id)) {
      cutUntil.put(id, nowMs + 30_000);
      inbox.add(
          new DispatchInput.Report(
              new VehicleReport.Connection(id, now(), ConnectionState.BROKEN)));
    }
    if (random.nextDouble() < faults.reboots() * TICK_MS / 1000) {
      vehicle.reboot();
    }
  }

  private boolean isLinked(VehicleId id) {
    return cutUntil.getOrDefault(id, 0L) <= nowMs;
  }

  private void report(VirtualVehicle vehicle) {
    VehicleId id = vehicle.spec.id();
    if (!vehicle.changed && reportDue.getOrDefault(id, 0L) > nowMs) {
      return;
    }
    reportDue.put(id, nowMs + 1_000);
    VehicleReport.State state = vehicle.report(now());
    if (isLinked(id)) {
      send(() -> inbox.add(new DispatchInput.Report(arrivingNow(state))));
    }
  }

  private VehicleReport.State arrivingNow(VehicleReport.State s) {
    return new VehicleReport.State(
        s.vehicle(),
        now(),
        s.headerId(),
        s.orderId(),
        s.orderUpdateId(),
        s.lastNodeId(),
        s.lastNodeSequenceId(),
        s.nodeStates(),
        s.edgeStates(),
        s.pose(),
        s.driving(),
        s.paused(),
        s.newBaseRequest(),
        s.mode(),
        s.batteryPercent(),
        s.charging(),
        s.loads(),
        s.actionStates(),
        s.errors(),
        s.emergencyStop());
  }

  private void send(Runnable delivery) {
    if (random.nextDouble() < faults.lost()) {
      return;
    }
    network.add(new Message(nowMs + 20 + random.nextInt(300), messages++, delivery));
    if (random.nextDouble() < faults.twice()) {
      network.add(new Message(nowMs + 20 + random.nextInt(3_000), messages++, delivery));
    }
  }

  private void carryOut(DispatchOutput output) {
    switch (output) {
      case DispatchOutput.SendOrder sent -> order(sent.order());
      case DispatchOutput.SendAction sent -> {}
      case DispatchOutput.SendZones zones -> {}
      case DispatchOutput.Answer answer -> {}
      case DispatchOutput.MoveDoor move -> {} // by the controller, which has the doors
      case DispatchOutput.MoveLift move -> {} // by the controller, which has the doors
      case DispatchOutput.TellStation tell -> {} // by the controller, which has the doors
      case DispatchOutput.Happened happened -> {
        switch (happened.event()) {
          case TransportEvent.Delivered d -> delivered(d);
          case TransportEvent.Failed f -> throw new AssertionError(f + " " + this);
          case TransportEvent.WrongLoad w -> throw new AssertionError(w + " " + this);
          case TransportEvent.Accepted a -> {}
          case TransportEvent.Assigned a -> {}
          case TransportEvent.PickedUp p -> {}
          case TransportEvent.Unassigned u -> {}
          case TransportEvent.Rerouted r -> {}
          case TransportEvent.Returned r -> throw new AssertionError(r + " " + this);
          case TransportEvent.Cancelled c -> throw new AssertionError(c + " " + this);
        }
      }
    }
  }

  private void delivered(TransportEvent.Delivered event) {
    TransportRequest request = requests.get(event.transport());
    assertThat(event.node()).isEqualTo(request.toNode());
    if (delivered.add(event.transport())) {
      assertThat(puts.get(request.id().value())).as("%s really stands there", request).isEqualTo(1);
    }
  }

  private void order(VehicleOrder order) {
    VehicleId id = order.vehicle();
    VehicleOrder last = lastOrders.get(id);
    if (last != null) {
      int before = number(last);
      assertThat(number(order)).as("order ids of %s only rise", id).isGreaterThanOrEqualTo(before);
      if (number(order) == before) {
        update(last, order);
      } else {
        assertThat(order.orderUpdateId()).isZero();
      }
    }
    lastOrders.put(id, order);
    if (isLinked(id)) {
      send(() -> linked(id, order));
    }
  }

  private void linked(VehicleId id, VehicleOrder order) {
    if (isLinked(id)) {
      vehicles.get(id).receive(order);
    }
  }

  private static void update(VehicleOrder last, VehicleOrder order) {
    if (order.orderUpdateId() == last.orderUpdateId()) {
      assertThat(order).as("the same update has the same content").isEqualTo(last);
      return;
    }
    assertThat(order.orderUpdateId()).isEqualTo(last.orderUpdateId() + 1);
    VehicleOrder.Node end =
        last.nodes().stream().filter(VehicleOrder.Node::released).reduce((a, b) -> b).orElseThrow();
    VehicleOrder.Node stitch = order.nodes().getFirst();
    assertThat(stitch).as("an update goes on where the base ended").isEqualTo(end);
  }

  private static int number(VehicleOrder order) {
    return Integer.parseInt(order.orderId().substring(order.vehicle().value().length() + 1));
  }

  private void nobodyTouches() {
    List<VirtualVehicle> all =
        vehicles.values().stream().sorted(Comparator.comparingDouble(VirtualVehicle::xM)).toList();
    for (int i = 0; i < all.size(); i++) {
      double reachM = all.get(i).xM() + 3;
      for (int j = i + 1; j < all.size() && all.get(j).xM() < reachM; j++) {
        if (all.get(i).mapId().equals(all.get(j).mapId())
            && Rectangles.overlap(all.get(i), all.get(j))) {
          throw new AssertionError(
              "at %d ms %s touches %s%n%s".formatted(nowMs, all.get(i), all.get(j), this));
        }
      }
    }
  }

  @Override
  public boolean take(String node, String loadId) {
    boolean there = standing.remove(node, loadId);
    if (there) {
      controller.isTaken(node, loadId);
    }
    return there;
  }

  boolean isLoaded(String node) {
    return standing.containsKey(node);
  }

  @Override
  public void passes(String from, String to, Optional<String> loadId) {
    controller.passes(from, to, loadId);
  }

  @Override
  public boolean put(String node, String loadId) {
    if (standing.putIfAbsent(node, loadId) != null) {
      return false;
    }
    controller.isSetDown(node, loadId);
    requests.values().stream()
        .filter(r -> r.loadId().equals(loadId) && r.toNode().equals(node))
        .filter(r -> !delivered.contains(r.id()))
        .forEach(r -> puts.merge(r.id().value(), 1, Integer::sum));
    return true;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("after %d s, %d restarts%n".formatted(nowMs / 1000, restarts));
    vehicles.values().forEach(v -> text.append(v).append('\n'));
    return text.append(controller.explain(now())).toString();
  }
}
