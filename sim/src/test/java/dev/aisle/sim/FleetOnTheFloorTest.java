package dev.aisle.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.Dispatcher;
import dev.aisle.agv.control.FleetState;
import dev.aisle.agv.control.StepResult;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.vda5050.Dialect;
import dev.aisle.device.agv.vda5050.Vda5050Gateway;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.vehicle.VehicleSpec;
import dev.aisle.sim.world.TaggedUnit;
import dev.aisle.sim.world.UnitState.Place;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real dispatcher moves simulated vehicles over a real broker. A one-way ring of two rows, with
 * six slots on spurs above it and three chargers on spurs below.
 */
class FleetOnTheFloorTest {
  private static final int VEHICLES = 3;
  private static final int UNITS = 3;

  /** Most nodes that the first vehicle can hold in an order. */
  private static final int SHORT_ORDER = 3;

  private static final int SLOTS = 2 * UNITS;
  private static final int COLUMNS = 8;
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path dir;
  private final Set<VehicleId> disturbed = new HashSet<>();
  private final Queue<DispatchInput> inputs = new ConcurrentLinkedQueue<>();

  /**
   * R069: one vehicle of each version, one of them with short orders only; somebody else cancels
   * the order of each on its way, and every word on the wire is as the standard has it.
   */
  @Test
  void everyUnitIsBroughtWhereItShallBeAndNoVehicleTouchesAnother() throws Exception {
    try (TestBroker broker = new TestBroker();
        OfficialTap tap = new OfficialTap(broker.uri());
        Simulator simulator = Simulator.open(config(broker.uri()));
        Vda5050Gateway gateway =
            new Vda5050Gateway(
                new MqttSettings(broker.uri(), "dispatcher", "", ""),
                specs().stream().map(spec -> VehicleProfile.of(spec.address())).toList(),
                CLOCK)) {
      gateway.onReport(report -> inputs.add(new DispatchInput.Report(report)));
      gateway.open();
      Instant now = CLOCK.instant();
      for (int i = 0; i < UNITS; i++) {
        simulator.unitPacked(unit(i), "S" + i);
        inputs.add(
            new DispatchInput.Submit(
                new TransportRequest(
                    new TransportId("T" + i), unit(i).sscc(), "S" + i, "S" + (i + UNITS), 0, now)));
      }
      Set<TransportId> delivered = dispatch(gateway);
      assertThat(delivered).hasSize(UNITS);
      assertThat(disturbed).hasSize(VEHICLES);
      assertThat(tap.faults()).isEmpty();
      for (Version version : Version.values()) {
        assertThat(tap.heard())
            .as("by and to the vehicle of each version")
            .contains(
                version.number() + " connection",
                version.number() + " factsheet",
                version.number() + " instantActions",
                version.number() + " order",
                version.number() + " state");
      }
      assertThat(simulator.view().overlaps()).isEmpty();
      for (int i = 0; i < UNITS; i++) {
        var where = simulator.view().unit(unit(i).sscc()).orElseThrow();
        assertThat(where.place()).isEqualTo(Place.NODE);
        assertThat(where.at()).isEqualTo("S" + (i + UNITS));
      }
    }
  }

  private Set<TransportId> dispatch(Vda5050Gateway gateway) throws InterruptedException {
    Set<TransportId> delivered = new HashSet<>();
    FleetState fleet =
        Dispatcher.start(
            roadmap(),
            specs().stream()
                .map(
                    v ->
                        new dev.aisle.agv.fleet.VehicleSpec(
                            v.id(),
                            v.lengthM(),
                            v.widthM(),
                            v.maxSpeedMps(),
                            v.startNode(),
                            "floor"))
                .toList(),
            new ChargingPolicy(25, 80),
            DispatchJournal.empty());
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (delivered.size() < UNITS && System.nanoTime() < end) {
      List<DispatchInput> taken = new ArrayList<>();
      for (DispatchInput next = inputs.poll(); next != null; next = inputs.poll()) {
        taken.add(next);
      }
      StepResult result = Dispatcher.step(fleet, CLOCK.instant(), taken);
      fleet = result.state();
      for (DispatchOutput output : result.outputs()) {
        switch (output) {
          case DispatchOutput.SendOrder send -> {
            gateway.send(send.order());
            disturb(gateway, send.order());
          }
          case DispatchOutput.SendAction send -> gateway.send(send.action());
          case DispatchOutput.SendZones zones -> {}
          case DispatchOutput.Answer answer -> {}
          case DispatchOutput.MoveDoor move -> {} // these floors have no doors
          case DispatchOutput.MoveLift move -> {} // nor lifts
          case DispatchOutput.TellStation tell -> {} // these floors have no doors
          case DispatchOutput.Happened happened -> {
            if (happened.event() instanceof TransportEvent.Delivered done) {
              delivered.add(done.transport());
            }
          }
        }
      }
      Thread.sleep(25); // the beat of the loop, not a wait for something to happen
    }
    return delivered;
  }

  /** Nobody told the dispatcher of it. */
  private void disturb(Vda5050Gateway gateway, VehicleOrder order) {
    if (order.orderUpdateId() == 1 && disturbed.add(order.vehicle())) {
      gateway.send(
          new InstantAction(order.vehicle(), "stop-" + order.vehicle(), "cancelOrder", Map.of()));
    }
  }

  private SimConfig config(String brokerUri) throws Exception {
    return new SimConfig(
        specs().stream()
            .map(
                spec ->
                    new SimConfig.VehiclePlayed(
                        spec, new MqttSettings(brokerUri, spec.id().value(), "", "")))
            .toList(),
        Set.of("C0", "C1", "C2"),
        List.of(),
        List.of(),
        new PlcSpec("plc-1", TestBroker.freePort(), Map.of()),
        Optional.empty(),
        1,
        10,
        dir.resolve("world.json"));
  }

  private static TaggedUnit unit(int i) {
    return new TaggedUnit("%018d".formatted(i), "3174257BF4499602D2000000");
  }

  private static List<VehicleSpec> specs() {
    return IntStream.range(0, VEHICLES)
        .mapToObj(
            i ->
                new VehicleSpec(
                        new VehicleId("AGV-0" + i),
                        "aisle",
                        "000" + i,
                        "C" + i,
                        2.0 + 4 * i,
                        -2,
                        "floor",
                        1.2,
                        0.8,
                        1.5,
                        0.5)
                    .speaking(
                        Version.values()[i],
                        Dialect.standard(Version.values()[i]),
                        i == 0 ? SHORT_ORDER : 0))
        .toList();
  }

  private static Roadmap roadmap() {
    List<Node> nodes = new ArrayList<>();
    List<Lane> lanes = new ArrayList<>();
    for (int column = 0; column < COLUMNS; column++) {
      nodes.add(new Node("U" + column, 2.0 * column, 2, NodeKind.LANE));
      nodes.add(new Node("L" + column, 2.0 * column, 0, NodeKind.LANE));
      if (column > 0) {
        lanes.add(new Lane("U" + (column - 1), "U" + column, 1.5));
        lanes.add(new Lane("L" + column, "L" + (column - 1), 1.5));
      }
    }
    lanes.add(new Lane("U" + (COLUMNS - 1), "L" + (COLUMNS - 1), 1.5));
    lanes.add(new Lane("L0", "U0", 1.5));
    for (int slot = 0; slot < SLOTS; slot++) {
      nodes.add(new Node("S" + slot, 2.0 * (slot + 1), 4, NodeKind.SLOT));
      spur(lanes, "S" + slot, "U" + (slot + 1));
    }
    for (int i = 0; i < VEHICLES; i++) {
      nodes.add(new Node("C" + i, 2.0 + 4 * i, -2, NodeKind.CHARGER));
      spur(lanes, "C" + i, "L" + (1 + 2 * i));
    }
    return Roadmap.of(nodes, lanes, List.of());
  }

  private static void spur(List<Lane> lanes, String end, String lane) {
    lanes.add(new Lane(end, lane, 0.8));
    lanes.add(new Lane(lane, end, 0.8));
  }
}
