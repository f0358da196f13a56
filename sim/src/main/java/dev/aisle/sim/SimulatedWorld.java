package dev.aisle.sim;

import dev.aisle.sim.WorldView.DoorView;
import dev.aisle.sim.WorldView.Overlap;
import dev.aisle.sim.WorldView.VehicleView;
import dev.aisle.sim.plc.HeadSpec;
import dev.aisle.sim.plc.PlcState;
import dev.aisle.sim.vehicle.FloorLoads;
import dev.aisle.sim.vehicle.Footprints;
import dev.aisle.sim.vehicle.LoadHandling;
import dev.aisle.sim.vehicle.Vehicle;
import dev.aisle.sim.vehicle.VehicleState;
import dev.aisle.sim.world.Floor;
import dev.aisle.sim.world.GateSpec;
import dev.aisle.sim.world.PortalSpec;
import dev.aisle.sim.world.TagInField;
import dev.aisle.sim.world.TaggedUnit;
import dev.aisle.sim.world.UnitState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Floor and vehicles together, one state. Knows no thread, no clock and no wire: time comes in as
 * steps, sensors go out as values, and what the vehicles want to say is asked for. Not thread-safe.
 */
final class SimulatedWorld {
  /** No physical step is longer than this, in seconds. */
  static final double STEP_S = 0.05;

  private static final int OVERLAPS_KEPT = 100;

  private final List<PortalSpec> portals;
  private final List<GateSpec> gates;
  private final Floor floor;
  private final List<Vehicle> vehicles;
  private final Deque<Overlap> overlaps = new ArrayDeque<>();
  private Set<Set<String>> touching = new HashSet<>();

  SimulatedWorld(SimConfig config, Optional<WorldSnapshot> saved) {
    portals = config.portals();
    gates = config.gates();
    floor = new Floor(portals, saved.map(WorldSnapshot::floor));
    LoadHandling handling = new FloorLoads(floor, config.chargers()::contains);
    vehicles =
        config.vehicles().stream()
            .map(played -> played.spec())
            .map(spec -> new Vehicle(spec, handling, saved.flatMap(w -> of(w, spec.id().value()))))
            .toList();
  }

  private static Optional<VehicleState> of(WorldSnapshot saved, String vehicle) {
    return saved.vehicles().stream().filter(state -> state.id().equals(vehicle)).findFirst();
  }

  WorldSnapshot save(PlcState plc) {
    return new WorldSnapshot(floor.save(), vehicles.stream().map(Vehicle::save).toList(), plc);
  }

  Floor floor() {
    return floor;
  }

  List<Vehicle> vehicles() {
    return vehicles;
  }

  /** By its name; refused when there is none. */
  Vehicle vehicle(String id) {
    return vehicles.stream()
        .filter(vehicle -> vehicle.spec().id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no vehicle '%s'".formatted(id)));
  }

  /** One physical step, at most {@link #STEP_S}. */
  void step(double dtS, Predicate<String> commandedOpen, Instant at) {
    floor.step(dtS, commandedOpen);
    vehicles.forEach(vehicle -> vehicle.step(dtS));
    watchOverlaps(at);
  }

  /** True while time alone changes something worth keeping. */
  boolean isMoving(Predicate<String> commandedOpen) {
    return floor.isMoving(commandedOpen) || vehicles.stream().anyMatch(Vehicle::isBusy);
  }

  /** The EPC that lies under a tag head now. */
  Optional<String> underHead(HeadSpec head) {
    return floor.unitAt(head.node()).map(UnitState::unit).map(TaggedUnit::epcHex);
  }

  /** The tags that the named reader can hear now, in doors and on vehicles. */
  List<TagInField> tagsInField(String reader) {
    List<TagInField> heard = new ArrayList<>(floor.tagsInField(reader));
    for (GateSpec gate : gates) {
      if (gate.reader().equals(reader)) {
        vehicles.forEach(vehicle -> heard.addAll(onVehicle(vehicle, gate)));
      }
    }
    return heard;
  }

  private List<TagInField> onVehicle(Vehicle vehicle, GateSpec gate) {
    OptionalInt dbm = gate.heardDbm(vehicle.body().xM(), vehicle.body().yM());
    Optional<String> epc =
        floor.loadOf(vehicle.spec().id().value()).filter(floor::answers).map(TaggedUnit::epcHex);
    return dbm.isEmpty() || epc.isEmpty()
        ? List.of()
        : gate.antennas().stream()
            .map(number -> new TagInField(epc.get(), OptionalInt.of(number), dbm.getAsInt()))
            .toList();
  }

  private void watchOverlaps(Instant at) {
    Set<Set<String>> now = new HashSet<>();
    for (int i = 0; i < vehicles.size(); i++) {
      for (int j = i + 1; j < vehicles.size(); j++) {
        Vehicle first = vehicles.get(i);
        Vehicle second = vehicles.get(j);
        if (Footprints.overlap(first, second)) {
          String a = first.spec().id().value();
          String b = second.spec().id().value();
          now.add(Set.of(a, b));
          if (!touching.contains(Set.of(a, b))) {
            overlaps.addLast(new Overlap(a, b, at));
          }
        }
      }
    }
    touching = now;
    while (overlaps.size() > OVERLAPS_KEPT) {
      overlaps.removeFirst();
    }
  }

  WorldView view() {
    Map<String, Boolean> sensors = floor.sensors();
    List<DoorView> doors =
        portals.stream()
            .map(
                portal ->
                    new DoorView(
                        portal.node(),
                        sensors.getOrDefault(portal.doorIsOpen(), false),
                        sensors.getOrDefault(portal.doorIsClosed(), false),
                        sensors.getOrDefault(portal.truckHere(), false)))
            .toList();
    return new WorldView(
        floor.units(),
        floor.trucks(),
        doors,
        vehicles.stream().map(SimulatedWorld::view).toList(),
        floor.passing(),
        new ArrayList<>(overlaps));
  }

  private static VehicleView view(Vehicle vehicle) {
    var body = vehicle.body();
    return new VehicleView(
        vehicle.spec().id().value(),
        body.xM(),
        body.yM(),
        body.thetaRad(),
        body.speedMps(),
        body.batteryPercent(),
        body.charging(),
        vehicle.load(),
        vehicle.lastNodeId(),
        vehicle.orderId());
  }
}
