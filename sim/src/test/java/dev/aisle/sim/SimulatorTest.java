package dev.aisle.sim;

import static dev.aisle.sim.TestSite.PALLET;
import static dev.aisle.sim.TestSite.await;
import static dev.aisle.sim.TestSite.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.vda5050.Topic;
import dev.aisle.device.agv.vda5050.Vda5050Gateway;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PlcSettings;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.bb.BbDialect;
import dev.aisle.device.rfid.modbus.ModbusTagHead;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.SerialPortLink;
import dev.aisle.sim.world.UnitState.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole simulator behind a real broker, and the real drivers on the other end of the wires. */
class SimulatorTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path dir;
  private static TestBroker broker;
  private SimConfig config;
  private Simulator simulator;
  private Vda5050Gateway gateway;
  private final AtomicReference<State> state = new AtomicReference<>();
  private final AtomicReference<VehicleReport.Factsheet> factsheet = new AtomicReference<>();
  private final Queue<ConnectionState> connections = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void openBroker() throws Exception {
    broker = new TestBroker();
  }

  @AfterAll
  static void closeBroker() {
    broker.close();
  }

  @BeforeEach
  void open() throws Exception {
    config = TestSite.config(broker.uri(), dir, TestBroker.freePort(), TestBroker.freePort(), 20);
    simulator = Simulator.open(config);
    gateway =
        new Vda5050Gateway(
            new MqttSettings(broker.uri(), "dispatcher", "", ""),
            List.of(VehicleProfile.of(TestSite.ADDRESS)),
            CLOCK);
    gateway.onReport(
        report -> {
          switch (report) {
            case State received -> state.set(received);
            case VehicleReport.Connection said -> connections.add(said.state());
            case VehicleReport.Factsheet facts -> factsheet.set(facts);
            case VehicleReport.Visualization position -> {}
          }
        });
    gateway.open();
    await(() -> state.get() != null && connections.contains(ConnectionState.ONLINE));
  }

  @AfterEach
  void close() {
    simulator.close();
    gateway.close();
  }

  @Test
  void aPalletComesThroughThePortalAndIsCarriedUnderTheTagHead() {
    List<TagRead> reads = new CopyOnWriteArrayList<>();
    List<String> eyes = new CopyOnWriteArrayList<>();
    try (ModbusTcpMaster plcLine = master(config.plc().port());
        PlcPoints plc =
            new PlcPoints("plc-1", plcLine, TestSite.points(), PlcSettings.STANDARD, CLOCK);
        ModbusTcpMaster headLine = master(config.heads().orElseThrow().port());
        ModbusTagHead head = new ModbusTagHead("head-N3", headLine, 1, CLOCK);
        UhfReader reader = reader()) {
      reader.onRead(reads::add);
      head.onRead(reads::add);
      plc.onChange(
          change -> {
            if (change.point().contains("eye") && change.value()) {
              eyes.add(change.point());
            }
          });
      reader.open();
      head.open();
      plc.open();
      await(() -> reader.health().link() == LinkState.UP);
      await(() -> plc.value("D1.door-is-closed").value().orElse(false));

      simulator.truckArrives("D1", "ADV-1", List.of(PALLET));
      await(() -> plc.value("D1.truck-here").value().orElse(false));
      assertThat(place()).isEqualTo(Place.TRUCK);
      assertThat(plc.write("D1.door-open", true)).isEqualTo(WriteOutcome.CONFIRMED);
      await(() -> place() == Place.NODE);
      await(() -> eyes.size() == 2);
      assertThat(eyes).containsExactly("D1.eye-outer", "D1.eye-inner");
      await(() -> reads.size() > 2);
      assertThat(reads).allSatisfy(read -> assertThat(read.epcHex()).isEqualTo(PALLET.epcHex()));

      sendUntilHeard(order("O-1", 3, Map.of(0, "pick", 3, "drop")));
      await(() -> !state.get().loads().isEmpty());
      assertThat(state.get().loads().getFirst().loadId()).isEqualTo(PALLET.sscc());
      await(() -> reads.stream().anyMatch(read -> read.reader().equals("head-N3")));
      await(() -> state.get().actionStates().getLast().status() == ActionStatus.FINISHED);
      assertThat(state.get().lastNodeId()).isEqualTo("N3");
      assertThat(state.get().loads()).isEmpty();
      assertThat(factsheet.get()).isNotNull();
      assertThat(simulator.view().overlaps()).isEmpty();
    }
  }

  @Test
  void aReaderWhoseCableWasPulledReadsAgainAfterwards() throws Exception {
    List<TagRead> reads = new CopyOnWriteArrayList<>();
    try (UhfReader reader = reader();
        ModbusTcpMaster plc = master(config.plc().port())) {
      reader.onRead(reads::add);
      reader.open();
      await(() -> reader.health().link() == LinkState.UP);
      simulator.faults().readerCablePulled("reader-D1", Duration.ofMillis(800));
      await(() -> reader.health().link() != LinkState.UP);
      await(() -> reader.health().link() == LinkState.UP);
      plc.writeCoil(1, 0, true);
      simulator.truckArrives("D1", "ADV-1", List.of(PALLET));
      await(() -> !reads.isEmpty());
    }
  }

  @Test
  void aVehicleThatVanishesIsReportedByItsLastWillDrivesItsBaseAndReturns() {
    sendUntilHeard(order("O-1", 6, Map.of()));
    await(() -> state.get().orderId().equals("O-1"));
    simulator.faults().vehicleVanishes("AGV-01", Duration.ofMillis(1500));
    await(() -> connections.contains(ConnectionState.BROKEN));
    connections.clear();
    await(() -> simulator.view().vehicle("AGV-01").lastNode().equals("N6"));
    await(() -> connections.contains(ConnectionState.ONLINE));
    await(() -> state.get().lastNodeId().equals("N6"));
  }

  @Test
  void afterABrokerRestartTheVehicleSpeaksAgainAndStillHasItsOrder() throws Exception {
    sendUntilHeard(order("O-1", 2, Map.of()));
    await(() -> state.get().lastNodeId().equals("N2"));
    connections.clear();
    broker.restart();
    state.set(null);
    await(() -> connections.contains(ConnectionState.ONLINE));
    await(() -> state.get() != null);
    assertThat(state.get().orderId()).isEqualTo("O-1");
    assertThat(state.get().lastNodeId()).isEqualTo("N2");
  }

  @Test
  void aRefusedOrderIsNamedInTheState() {
    sendUntilHeard(order("O-1", 2, Map.of()));
    await(() -> state.get().lastNodeId().equals("N2"));
    try (MqttLink other =
        new MqttLink(new MqttSettings(broker.uri(), "stranger", "", ""), Optional.empty(), CLOCK)) {
      other.open();
      await(other::isConnected);
      other.publish(
          TestSite.ADDRESS.topic(Topic.ORDER),
          "{\"orderId\":\"O-2\",\"orderUpdateId\":3,\"nodes\":[]}".getBytes(StandardCharsets.UTF_8),
          0,
          false);
      await(() -> !state.get().errors().isEmpty());
    }
    assertThat(state.get().errors().getFirst().type()).isEqualTo("validationError");
    assertThat(state.get().errors().getFirst().references())
        .containsEntry("orderId", "O-2")
        .containsEntry("orderUpdateId", "3");
    assertThat(state.get().orderId()).isEqualTo("O-1");
  }

  @Test
  void aSecondSimulatorOnTheSamePortsIsRefusedInOneSentence() {
    assertThatThrownBy(() -> Simulator.open(config))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + config.plc().port());
  }

  /** Orders travel with QoS 0, so a controller repeats one until the vehicle's state shows it. */
  private void sendUntilHeard(VehicleOrder order) {
    await(
        () -> {
          gateway.send(order);
          State now = state.get();
          return now != null && now.orderId().equals(order.orderId());
        });
  }

  private UhfReader reader() {
    Path link = dir.resolve("run/reader-D1");
    return new UhfReader(
        "reader-D1",
        new SerialPortLink(link.toString(), 115_200),
        new BbDialect(),
        UhfSettings.AS_IT_IS,
        CLOCK);
  }

  private static ModbusTcpMaster master(int port) {
    return new ModbusTcpMaster("127.0.0.1", port, Duration.ofSeconds(1));
  }

  private Place place() {
    return simulator.view().unit(PALLET.sscc()).orElseThrow().place();
  }
}
