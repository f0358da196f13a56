package dev.aisle.agv.floor;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.floor.Floors.Floor;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Vehicles and loads without a network's faults, for what is asked of transports. */
final class CalmFloor implements VirtualVehicle.Ground {
  private static final double TICK_S = 0.2;
  private static final int REPORT_TICKS = 5;

  final Map<String, String> standing = new HashMap<>();
  final Map<VehicleId, VirtualVehicle> vehicles = new LinkedHashMap<>();
  private final DispatcherUnderTest dispatcher;
  private final Consumer<TransportEvent> heard;
  private final List<DispatchInput> inbox = new ArrayList<>();
  private Instant now = VirtualFloor.START;
  private long ticks;

  CalmFloor(Floor floor, Random random, Consumer<TransportEvent> heard) {
    this.heard = heard;
    dispatcher = new DispatcherUnderTest(floor);
    floor
        .vehicles()
        .forEach(
            spec ->
                vehicles.put(
                    spec.id(),
                    new VirtualVehicle(spec, floor.map(), new Random(random.nextLong()), this)));
  }

  Instant now() {
    return now;
  }

  DispatcherUnderTest dispatcher() {
    return dispatcher;
  }

  void ask(DispatchInput input) {
    inbox.add(input);
  }

  /** The dispatcher is killed and started again with what it stored. */
  void restart() {
    inbox.clear();
    dispatcher.restart();
  }

  void tick() {
    now = now.plusMillis(Math.round(TICK_S * 1000));
    ticks++;
    for (VirtualVehicle vehicle : vehicles.values()) {
      vehicle.tick(TICK_S);
      if (vehicle.changed || ticks % REPORT_TICKS == 0) {
        inbox.add(new DispatchInput.Report(vehicle.report(now)));
      }
    }
    List<DispatchInput> inputs = List.copyOf(inbox);
    inbox.clear();
    for (DispatchOutput output : dispatcher.step(now, inputs)) {
      switch (output) {
        case DispatchOutput.SendOrder sent ->
            vehicles.get(sent.order().vehicle()).receive(sent.order());
        case DispatchOutput.SendAction sent -> {}
        case DispatchOutput.SendZones zones -> {}
        case DispatchOutput.Answer answer -> {}
        case DispatchOutput.MoveDoor move -> {}
        case DispatchOutput.MoveLift move -> {}
        case DispatchOutput.TellStation tell -> {}
        case DispatchOutput.Happened happened -> heard.accept(happened.event());
      }
    }
  }

  @Override
  public boolean take(String node, String loadId) {
    return standing.remove(node, loadId);
  }

  @Override
  public boolean put(String node, String loadId) {
    return standing.putIfAbsent(node, loadId) == null;
  }
}
