package dev.aisle.sim.fleet;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.sim.air.Air;
import dev.aisle.sim.fleet.control.FleetController;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.floors.FleetFloor.Member;
import dev.aisle.sim.fleet.watch.OutlineWatch;
import dev.aisle.sim.fleet.watch.Standstill;
import dev.aisle.sim.fleet.watch.StandstillWatch;
import dev.aisle.sim.fleet.watch.ZoneWatch;
import dev.aisle.sim.vehicle.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One run of a fleet on a floor under a virtual clock: the same seed gives the same run. Ends when
 * the work is done, the time is over, or something happened that may not.
 */
public final class FleetRun {
  static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

  private static final long TICK_MS = 100;

  /** A message takes from this to this much more. */
  private static final long QUICKEST_MS = 10;

  private static final int SPREAD_MS = 150;

  /** The controller decides at most this often, and when nothing came at least so often. */
  private static final long BEAT_MS = 200;

  private static final long IDLE_BEAT_MS = 1_000;

  /** A state follows after this time at the latest; VDA 5050 (6.10.1) allows 30 s. */
  private static final long STATE_MS = 10_000;

  private static final long WATCH_MS = 10_000;

  private final FleetController controller;
  private final FleetWork work;
  private final long seed;
  private final LongSupplier nanoTime;
  private final Consumer<String> trace;
  private final LoadGround ground;
  private final Air air;
  private final Map<VehicleId, VirtualRadio> radios = new LinkedHashMap<>();
  private final Map<VehicleId, Long> stateDueMs = new LinkedHashMap<>();
  private final Misfortune misfortune;
  private final Helper helper;
  private final TransportFeed feed;
  private final OutlineWatch outlines;
  private final ZoneWatch zones;
  private final StandstillWatch standstill;
  private final List<DispatchInput> inbox = new ArrayList<>();
  private final List<String> collisions = new ArrayList<>();
  private Optional<Standstill> stuck = Optional.empty();
  private long nowMs;
  private long lastBeatMs;
  private final List<Duration> steps = new ArrayList<>();
  private int restarts;

  /**
   * @param nanoTime to measure the controller's steps with
   * @param trace gets a line for every order, event and misfortune
   */
  public FleetRun(
      FleetFloor floor,
      FleetController controller,
      Disturbance disturbance,
      FleetWork work,
      long seed,
      LongSupplier nanoTime,
      Consumer<String> trace) {
    this.controller = controller;
    this.work = work;
    this.seed = seed;
    this.nanoTime = nanoTime;
    this.trace = trace;
    SplittableRandom random = new SplittableRandom(seed);
    ground = new LoadGround(floor.chargers());
    helper = new Helper(ground, this::note);
    air = new Air(disturbance.weather(), QUICKEST_MS, SPREAD_MS, random.split());
    feed = new TransportFeed(floor, ground, work, START, random.split());
    List<Vehicle> vehicles = new ArrayList<>();
    for (Member member : floor.members()) {
      Vehicle vehicle = new Vehicle(member.vehicle(), ground, Optional.empty());
      vehicles.add(vehicle);
      radios.put(member.vehicle().id(), new VirtualRadio(vehicle, air, inbox::add));
    }
    misfortune = new Misfortune(disturbance, radios.values(), helper, random.split(), this::note);
    outlines = new OutlineWatch(vehicles);
    zones = new ZoneWatch(floor.map().zones(), vehicles);
    standstill = new StandstillWatch(vehicles);
  }

  private void note(String what) {
    trace.accept("%9.1f %s".formatted(nowMs / 1000.0, what));
  }

  /** Runs to the end. */
  public RunOutcome run() {
    radios.values().forEach(VirtualRadio::sayHello);
    long endMs = work.atMost().toMillis();
    while (nowMs < endMs && !feed.isDone() && collisions.isEmpty() && stuck.isEmpty()) {
      tick();
    }
    if (stuck.isPresent() || !collisions.isEmpty()) {
      controller.told(now()).forEach(this::note);
    }
    return new RunOutcome(
        seed,
        radios.size(),
        feed.asked(),
        feed.by(),
        feed.wrongs(),
        collisions,
        work.shallEnd() && stuck.isEmpty() && collisions.isEmpty()
            ? feed.open().stream().map(Object::toString).toList()
            : List.of(),
        stuck,
        Duration.ofMillis(nowMs),
        restarts,
        radios.values().stream().mapToLong(VirtualRadio::messages).sum(),
        air.lost(),
        steps);
  }

  private Instant now() {
    return START.plusMillis(nowMs);
  }

  private void tick() {
    nowMs += TICK_MS;
    misfortune.strike(nowMs, TICK_MS);
    for (VirtualRadio radio : radios.values()) {
      radio.tick(nowMs);
      radio.vehicle().step(TICK_MS / 1000.0);
      report(radio);
    }
    air.deliver(nowMs);
    for (OutlineWatch.Touch touch : outlines.look()) {
      collisions.add("at %.1f s %s".formatted(nowMs / 1000.0, touch));
      note("COLLISION " + touch);
    }
    for (String wrong : zones.look()) {
      collisions.add("at %.1f s %s".formatted(nowMs / 1000.0, wrong));
      note("CROWDED " + wrong);
    }
    if (misfortune.endsController(TICK_MS)) {
      restart();
    }
    boolean due = !inbox.isEmpty() && nowMs - lastBeatMs >= BEAT_MS;
    if (due || nowMs - lastBeatMs >= IDLE_BEAT_MS) {
      beat();
    }
    if (nowMs % WATCH_MS == 0) {
      standstill.look(nowMs);
      if (!feed.open().isEmpty()) {
        stuck = standstill.judge(nowMs, controller.waits(now()));
        stuck.ifPresent(seen -> note("STANDSTILL " + seen));
      }
    }
  }

  private void report(VirtualRadio radio) {
    Vehicle vehicle = radio.vehicle();
    VehicleId id = vehicle.spec().id();
    if (vehicle.takeReportDue() || stateDueMs.getOrDefault(id, 0L) <= nowMs) {
      stateDueMs.put(id, nowMs + STATE_MS);
      radio.sayState();
    }
  }

  private void beat() {
    lastBeatMs = nowMs;
    feed.due(now()).forEach(request -> inbox.add(new DispatchInput.Submit(request)));
    inbox.addAll(helper.look(nowMs, feed.open()));
    List<DispatchInput> inputs = List.copyOf(inbox);
    inbox.clear();
    long before = nanoTime.getAsLong();
    List<DispatchOutput> outputs = controller.step(now(), inputs);
    steps.add(Duration.ofNanos(nanoTime.getAsLong() - before));
    int done = misfortune.endsAmidst(outputs.size());
    outputs.subList(0, done).forEach(this::carryOut);
    if (done < outputs.size()) {
      restart();
    }
  }

  /** What was on its way to it is lost; open requests are made again by those who made them. */
  private void restart() {
    restarts++;
    note("the controller ends and starts again");
    inbox.clear();
    controller.restart();
    radios.values().forEach(VirtualRadio::hearRetained);
    feed.open().forEach(request -> inbox.add(new DispatchInput.Submit(request)));
  }

  private void carryOut(DispatchOutput output) {
    switch (output) {
      case DispatchOutput.SendOrder sent -> {
        note(told(sent.order()));
        radio(sent.order().vehicle()).send(sent.order());
      }
      case DispatchOutput.SendAction sent -> {
        note("%s %s".formatted(sent.action().vehicle(), sent.action().type()));
        radio(sent.action().vehicle()).send(sent.action());
      }
      case DispatchOutput.SendZones sent -> radio(sent.vehicle()).send(sent.set());
      case DispatchOutput.Answer sent -> {
        sent.responses()
            .forEach(
                one -> note("%s %s %s".formatted(sent.vehicle(), one.requestId(), one.grant())));
        radio(sent.vehicle()).send(sent.responses());
      }
      case DispatchOutput.MoveDoor move -> {} // these floors have no doors
      case DispatchOutput.MoveLift move -> {} // nor lifts
      case DispatchOutput.TellStation tell -> {} // these floors have no doors
      case DispatchOutput.Happened happened -> {
        note(happened.event().toString());
        feed.heard(happened.event());
      }
    }
  }

  private VirtualRadio radio(VehicleId id) {
    VirtualRadio radio = radios.get(id);
    if (radio == null) {
      throw new IllegalStateException("there is no vehicle %s".formatted(id));
    }
    return radio;
  }

  private static String told(VehicleOrder order) {
    StringBuilder text = new StringBuilder(order.vehicle() + " is sent ");
    text.append(order.orderId()).append('/').append(order.orderUpdateId());
    for (VehicleOrder.Node node : order.nodes()) {
      text.append(node.released() ? " " : " ?").append(node.nodeId());
      node.actions().forEach(action -> text.append(" (").append(action.type()).append(')'));
    }
    return text.toString();
  }
}
