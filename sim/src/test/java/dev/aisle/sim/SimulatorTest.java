package dev.aisle.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.vda5050.MessageHeader;
import dev.aisle.device.agv.vda5050.Parsed;
import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.Vda5050Codec;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.sim.plc.HeadSpec;
import dev.aisle.sim.plc.PlcPoint;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.vehicle.VehicleSpec;
import dev.aisle.sim.world.PortalSpec;
import dev.aisle.sim.world.TaggedUnit;
import dev.aisle.sim.world.UnitState.Place;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole simulator against a real broker, a Modbus master and the file of a serial port. */
class SimulatorTest {
  private static final VehicleId ID = new VehicleId("AGV-01");
  private static final Vda5050Vehicle ADDRESS = new Vda5050Vehicle(ID, "aisle", "0001", "2.1.0");
  private static final TaggedUnit PALLET =
      new TaggedUnit("106141412345678908", "3174257BF4499602D2000000");

  @TempDir Path dir;
  private TestBroker broker;
  private MqttLink controller;
  private SimConfig config;
  private Simulator simulator;
  private final AtomicReference<State> state = new AtomicReference<>();
  private final AtomicReference<ConnectionState> connection = new AtomicReference<>();
  private final AtomicReference<Boolean> factsheet = new AtomicReference<>(false);

  @BeforeEach
  void open() throws Exception {
    broker = new TestBroker();
    config = config();
    simulator = Simulator.open(config);
    controller =
        new MqttLink(
            new MqttSettings(broker.uri(), "controller", "", ""),
            Optional.empty(),
            Clock.systemUTC());
    controller.subscribe(
        ADDRESS.topic(Topic.STATE),
        0,
        (topic, payload, retained) ->
            state.set((State) good(Vda5050Codec.readState(ID, Instant.now(), payload))));
    controller.subscribe(
        ADDRESS.topic(Topic.CONNECTION),
        1,
        (topic, payload, retained) ->
            connection.set(
                ((VehicleReport.Connection)
                        good(Vda5050Codec.readConnection(ID, Instant.now(), payload)))
                    .state()));
    controller.subscribe(
        ADDRESS.topic(Topic.FACTSHEET), 0, (topic, payload, retained) -> factsheet.set(true));
    controller.open();
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> state.get() != null && connection.get() == ConnectionState.ONLINE);
  }

  @AfterEach
  void close() {
    simulator.close();
    controller.close();
    broker.close();
  }

  private SimConfig config() throws Exception {
    VehicleSpec spec =
        new VehicleSpec(ID, "aisle", "0001", "D1", 0, 0, "floor", 1.2, 0.8, 1.5, 0.5);
    return new SimConfig(
        List.of(
            new SimConfig.VehiclePlayed(
                spec, new MqttSettings(broker.uri(), "AGV-01", "AGV-01", "secret"))),
        Set.of(),
        List.of(PortalSpec.of("D1", "reader-D1", PortalSpec.Flow.INBOUND)),
        List.of(ReaderSpec.of("reader-D1", dir.resolve("run/reader-D1"))),
        new PlcSpec(
            "plc-1",
            TestBroker.freePort(),
            Map.of(
                "D1.door-open", PlcPoint.coil(0),
                "D1.eye-outer", PlcPoint.input(0),
                "D1.eye-inner", PlcPoint.input(1),
                "D1.door-is-open", PlcPoint.input(2),
                "D1.door-is-closed", PlcPoint.input(3),
                "D1.truck-here", PlcPoint.input(4))),
        Optional.of(
            new SimConfig.HeadGateway(
                TestBroker.freePort(), List.of(new HeadSpec("head-P1-A", 1, "N3")))),
        42,
        20,
        dir.resolve("world.json"));
  }

  @Test
  void aPalletComesThroughThePortalAndIsCarriedUnderTheTagHead() throws Exception {
    try (ModbusTcpMaster plc = master(config.plc().port());
        ModbusTcpMaster heads = master(config.heads().orElseThrow().port());
        RandomAccessFile port = openPort()) {
      port.write(HexFormat.of().parseHex("BB0027000322FFFF4A7E"));
      CompletableFuture<String> tag = CompletableFuture.supplyAsync(() -> firstTag(port));
      simulator.truckArrives("D1", "ADV-1", List.of(PALLET));
      await(() -> plc.readInputs(1, 4, 1).get(0));
      assertThat(simulator.view().unit(PALLET.sscc()).orElseThrow().place()).isEqualTo(Place.TRUCK);
      plc.writeCoil(1, 0, true);
      assertThat(tag.get(10, TimeUnit.SECONDS)).isEqualTo(PALLET.epcHex());
      await(() -> place() == Place.NODE);
      assertThat(plc.readHolding(1, 100, 3)).containsExactly(1, 1, 1);

      send(order("O-1", 3, Map.of(0, "pick", 3, "drop")));
      await(() -> place() == Place.VEHICLE);
      await(() -> !state.get().loads().isEmpty());
      assertThat(state.get().loads().getFirst().loadId()).isEqualTo(PALLET.sscc());
      await(() -> heads.readHolding(1, 0, 1)[0] == 1);
      await(() -> state.get().actionStates().getLast().status() == ActionStatus.FINISHED);
      assertThat(state.get().lastNodeId()).isEqualTo("N3");
      assertThat(factsheet.get()).isTrue();
      assertThat(simulator.view().overlaps()).isEmpty();
    }
  }

  @Test
  void aVehicleThatVanishesIsReportedByItsLastWillDrivesItsBaseAndReturns() throws Exception {
    send(order("O-1", 6, Map.of()));
    await(() -> state.get().orderId().equals("O-1"));
    simulator.faults().vehicleVanishes("AGV-01", Duration.ofMillis(1500));
    await(() -> connection.get() == ConnectionState.BROKEN);
    await(() -> simulator.view().vehicle("AGV-01").lastNode().equals("N6"));
    await(() -> connection.get() == ConnectionState.ONLINE);
    await(() -> state.get().lastNodeId().equals("N6"));
  }

  @Test
  void whatWasReportedIsTrueAfterTheProcessWasKilled() throws Exception {
    simulator.setSpeed(1);
    send(order("O-1", 9, Map.of(9, "drop")));
    await(() -> state.get().driving() && state.get().nodeStates().size() < 8);
    State told = state.get();
    // what a kill leaves behind is the snapshot file as it is at that moment
    Path left = dir.resolve("left.json");
    Files.copy(config.snapshotFile(), left);
    simulator.close();
    await(() -> connection.get() == ConnectionState.OFFLINE);
    Files.move(left, config.snapshotFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    state.set(null);
    config = atOtherPorts();
    simulator = Simulator.open(config);
    await(() -> state.get() != null);
    State after = state.get();
    assertThat(after.orderId()).isEqualTo("O-1");
    assertThat(after.orderUpdateId()).isEqualTo(told.orderUpdateId());
    assertThat(after.lastNodeSequenceId()).isGreaterThanOrEqualTo(told.lastNodeSequenceId());
    simulator.setSpeed(20);
    await(() -> state.get().lastNodeId().equals("N9"));
    await(() -> state.get().actionStates().getFirst().status() == ActionStatus.FAILED);
  }

  @Test
  void aRefusedOrderIsNamedInTheState() throws Exception {
    send(order("O-1", 2, Map.of()));
    await(() -> state.get().lastNodeId().equals("N2"));
    controller.publish(
        ADDRESS.topic(Topic.ORDER),
        "{\"orderId\":\"O-2\",\"orderUpdateId\":3,\"nodes\":[]}"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
        0,
        false);
    await(() -> !state.get().errors().isEmpty());
    assertThat(state.get().errors().getFirst().type()).isEqualTo("validationError");
    assertThat(state.get().errors().getFirst().references())
        .containsEntry("orderId", "O-2")
        .containsEntry("orderUpdateId", "3");
    assertThat(state.get().orderId()).isEqualTo("O-1");
  }

  private SimConfig atOtherPorts() throws Exception {
    SimConfig fresh = config();
    return new SimConfig(
        fresh.vehicles(),
        fresh.chargers(),
        fresh.portals(),
        fresh.readers(),
        fresh.plc(),
        fresh.heads(),
        fresh.seed(),
        1,
        fresh.snapshotFile());
  }

  private Place place() {
    return simulator.view().unit(PALLET.sscc()).orElseThrow().place();
  }

  private RandomAccessFile openPort() throws Exception {
    Path link = config.readers().getFirst().link();
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(link));
    return new RandomAccessFile(link.toFile(), "rw");
  }

  /** Reads until a notice has gone by. */
  private static String firstTag(RandomAccessFile port) {
    StringBuilder seen = new StringBuilder();
    try {
      while (true) {
        seen.append("%02X".formatted(port.readUnsignedByte()));
        int notice = seen.indexOf("BB02220011");
        if (notice >= 0 && seen.length() >= notice + 48) {
          return seen.substring(notice + 16, notice + 40);
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ModbusTcpMaster master(int port) {
    return new ModbusTcpMaster("127.0.0.1", port, Duration.ofSeconds(1));
  }

  private void send(VehicleOrder order) {
    controller.publish(
        ADDRESS.topic(Topic.ORDER),
        Vda5050Codec.writeOrder(order, MessageHeader.of(ADDRESS, 1, Instant.now())),
        0,
        false);
  }

  private static VehicleOrder order(String id, int to, Map<Integer, String> actions) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i <= to; i++) {
      if (i > 0) {
        edges.add(new Edge("E" + i, 2 * i - 1, true, name(i - 1), name(i), Optional.empty()));
      }
      List<Action> todo =
          Optional.ofNullable(actions.get(i)).stream()
              .map(type -> new Action("T:" + type, type, Blocking.HARD, Map.of()))
              .toList();
      nodes.add(new Node(name(i), 2 * i, true, 2.0 * i, 0, 0.1, "floor", todo));
    }
    return new VehicleOrder(ID, id, 0, nodes, edges);
  }

  private static String name(int i) {
    return i == 0 ? "D1" : "N" + i;
  }

  private static VehicleReport good(Parsed<VehicleReport> parsed) {
    return switch (parsed) {
      case Parsed.Good<VehicleReport>(VehicleReport report) -> report;
      case Parsed.Bad<VehicleReport>(String why) -> throw new AssertionError(why);
    };
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(condition);
  }
}
