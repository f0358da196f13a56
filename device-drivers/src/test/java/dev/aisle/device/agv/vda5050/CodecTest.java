package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Samples.AGV;
import static dev.aisle.device.agv.vda5050.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
  private static final ControllerCodec CONTROLLER = controller(Version.V2_1);
  private static final VehicleSideCodec VEHICLE = vehicle(Version.V2_1);

  private static ControllerCodec controller(Version version) {
    return new ControllerCodec(version, Dialect.standard(version));
  }

  private static VehicleSideCodec vehicle(Version version) {
    return new VehicleSideCodec(version, Dialect.standard(version));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @Test
  void instantActionsKeepToTheOfficialSchemaAndAreUnderstoodByTheVehicle() {
    InstantAction charge =
        new InstantAction(AGV, "charge-1", "startCharging", Map.of("station", "C1"));
    List<InstantAction> actions = List.of(Samples.cancel(), charge);
    byte[] json = CONTROLLER.writeInstantActions(actions, Samples.header());
    assertThat(OfficialSchema.INSTANT_ACTIONS.faults(Version.V2_1, json)).isEmpty();
    assertThat(VEHICLE.readInstantActions(AGV, json)).isEqualTo(new Parsed.Good<>(actions));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aStateKeepsToTheOfficialSchemaAndIsUnderstoodByTheController(long seed) {
    VehicleReport.State state = Samples.state(seed);
    byte[] json = VEHICLE.writeState(state, Samples.header());
    assertThat(OfficialSchema.STATE.faults(Version.V2_1, json)).isEmpty();
    assertThat(CONTROLLER.readState(AGV, NOW, json)).isEqualTo(new Parsed.Good<>(state));
  }

  @Test
  void aPausedActionIsSaidInTheWordsOfTheSchemaAndStillReadFromOthers() {
    VehicleReport.State some = Samples.state(1);
    VehicleReport.State paused =
        new VehicleReport.State(
            some.vehicle(),
            some.at(),
            some.headerId(),
            some.orderId(),
            some.orderUpdateId(),
            some.lastNodeId(),
            some.lastNodeSequenceId(),
            some.nodeStates(),
            some.edgeStates(),
            some.pose(),
            some.driving(),
            true,
            some.newBaseRequest(),
            some.mode(),
            some.batteryPercent(),
            some.charging(),
            some.loads(),
            List.of(new ActionState("T1:pick", "pick", ActionStatus.PAUSED, "")),
            some.errors(),
            some.emergencyStop());
    byte[] json = VEHICLE.writeState(paused, Samples.header());
    assertThat(OfficialSchema.STATE.faults(Version.V2_1, json)).isEmpty();
    String other =
        new String(json, StandardCharsets.UTF_8)
            .replace("\"actionStatus\":\"RUNNING\"", "\"actionStatus\":\"PAUSED\"");
    assertThat(CONTROLLER.readState(AGV, NOW, other.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Parsed.Good<>(paused));
  }

  @ParameterizedTest
  @EnumSource(value = ConnectionState.class, names = "HIBERNATING", mode = EnumSource.Mode.EXCLUDE)
  void aConnectionMessageKeepsToTheOfficialSchemaAndIsUnderstood(ConnectionState state) {
    byte[] json = VEHICLE.writeConnection(state, Samples.header());
    assertThat(OfficialSchema.CONNECTION.faults(Version.V2_1, json)).isEmpty();
    assertThat(CONTROLLER.readConnection(AGV, NOW, json))
        .isEqualTo(new Parsed.Good<>(new VehicleReport.Connection(AGV, NOW, state)));
  }

  @Test
  void aVisualizationKeepsToTheOfficialSchemaAndIsUnderstood() {
    byte[] json = VEHICLE.writeVisualization(Samples.pose(), Samples.header());
    assertThat(OfficialSchema.VISUALIZATION.faults(Version.V2_1, json)).isEmpty();
    assertThat(CONTROLLER.readVisualization(AGV, NOW, json))
        .isEqualTo(new Parsed.Good<>(new VehicleReport.Visualization(AGV, NOW, Samples.pose())));
  }

  @Test
  void aFactsheetKeepsToTheOfficialSchemaAndItsFactsAreFound() {
    byte[] json = VEHICLE.writeFactsheet(Samples.facts(), Samples.header());
    assertThat(OfficialSchema.FACTSHEET.faults(Version.V2_1, json)).isEmpty();
    VehicleReport.Factsheet factsheet =
        (VehicleReport.Factsheet) good(CONTROLLER.readFactsheet(AGV, NOW, json));
    assertThat(factsheet.facts())
        .containsEntry("physicalParameters.speedMax", "1.5")
        .containsEntry("protocolFeatures.agvActions.0.actionType", "pick")
        .containsEntry("serialNumber", "0001");
  }

  @Test
  void anEmptyFactsheetIsNoFailure() {
    assertThat(good(CONTROLLER.readFactsheet(AGV, NOW, json("{}"))))
        .isEqualTo(new VehicleReport.Factsheet(AGV, NOW, Map.of(), VehicleCapabilities.UNKNOWN));
  }

  @Test
  void anOrderThatBreaksARuleOfTheStandardIsNotWritten() {
    VehicleOrder good = Samples.order(3);
    assertThat(good.nodes().size()).isGreaterThan(2);
    List<VehicleOrder.Node> nodes = new ArrayList<>(good.nodes());
    nodes.set(0, released(nodes.get(0), false));
    assertThatThrownBy(() -> CONTROLLER.writeOrder(with(good, nodes, good.edges()), header()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not released");
    List<VehicleOrder.Edge> edges = new ArrayList<>(good.edges());
    edges.set(1, edges.get(0));
    assertThatThrownBy(() -> CONTROLLER.writeOrder(with(good, good.nodes(), edges), header()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gap");
  }

  @Test
  void nothingIsReleasedBehindTheHorizon() {
    VehicleOrder.Node a = node("A", 0, true);
    VehicleOrder.Node b = node("B", 2, false);
    VehicleOrder.Node c = node("C", 4, true);
    assertThat(OrderRules.broken(order(List.of(a, b, c), edge(a, b, false), edge(b, c, false))))
        .hasValueSatisfying(rule -> assertThat(rule).contains("behind the horizon"));
    assertThat(OrderRules.broken(order(List.of(a, b), edge(a, b, true))))
        .hasValueSatisfying(rule -> assertThat(rule).contains("both its ends"));
    assertThat(OrderRules.broken(order(List.of(a, c), edge(a, b, true)))).isPresent();
    assertThat(OrderRules.broken(order(List.of(node("A", 1, true)))))
        .hasValueSatisfying(rule -> assertThat(rule).contains("odd"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"orderId\":1}",
        "{\"orderId\":\"x\",\"orderUpdateId\":-1,\"nodes\":[],\"edges\":[]}",
        "{\"orderId\":\"x\",\"orderUpdateId\":0,\"nodes\":[],\"edges\":[]}",
        "{\"orderId\":\"x\",\"orderUpdateId\":0,\"nodes\":[1],\"edges\":[]}",
      })
  void whatIsNoOrderIsRefusedWithAReason(String text) {
    assertThat(VEHICLE.readOrder(AGV, json(text)))
        .isInstanceOfSatisfying(Parsed.Bad.class, bad -> assertThat(bad.why()).isNotBlank());
  }

  @Test
  void aDeeplyNestedMessageIsRefused() {
    assertThat(CONTROLLER.readFactsheet(AGV, NOW, json("{\"a\":".repeat(5_000))))
        .isInstanceOf(Parsed.Bad.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void mutatedMessagesNeverThrow(long seed) {
    Random random = new Random(seed);
    byte[] order = CONTROLLER.writeOrder(Samples.order(seed), Samples.header());
    byte[] state = VEHICLE.writeState(Samples.state(seed), Samples.header());
    for (int i = 0; i < 40; i++) {
      byte[] one = mutated(i % 2 == 0 ? order : state, random);
      assertThat(VEHICLE.readOrder(AGV, one)).isNotNull();
      assertThat(VEHICLE.readInstantActions(AGV, one)).isNotNull();
      assertThat(CONTROLLER.readState(AGV, NOW, one)).isNotNull();
      assertThat(CONTROLLER.readConnection(AGV, NOW, one)).isNotNull();
      assertThat(CONTROLLER.readVisualization(AGV, NOW, one)).isNotNull();
      assertThat(CONTROLLER.readFactsheet(AGV, NOW, one)).isNotNull();
    }
  }

  @Test
  void aTopicFollowsTheStandard() {
    assertThat(Samples.VEHICLE.topic(Topic.INSTANT_ACTIONS))
        .isEqualTo("uagv/v2/acme/0001/instantActions");
    assertThatThrownBy(() -> new Vda5050Vehicle(AGV, "ac/me", "1", Version.V2_1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] mutated(byte[] message, Random random) {
    byte[] bytes = message.clone();
    String common = "{}[],:\"0-eE.tnf\\u";
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) common.charAt(random.nextInt(common.length()))
              : (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static MessageHeader header() {
    return Samples.header();
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static VehicleReport good(Parsed<VehicleReport> parsed) {
    return ((Parsed.Good<VehicleReport>) parsed).message();
  }

  private static VehicleOrder with(
      VehicleOrder order, List<VehicleOrder.Node> nodes, List<VehicleOrder.Edge> edges) {
    return new VehicleOrder(order.vehicle(), order.orderId(), order.orderUpdateId(), nodes, edges);
  }

  private static VehicleOrder.Node released(VehicleOrder.Node node, boolean released) {
    return node(node.nodeId(), node.sequenceId(), released);
  }

  private static VehicleOrder order(List<VehicleOrder.Node> nodes, VehicleOrder.Edge... edges) {
    return new VehicleOrder(AGV, "o", 0, nodes, List.of(edges));
  }

  private static VehicleOrder.Node node(String id, int sequence, boolean released) {
    return new VehicleOrder.Node(id, sequence, released, 0, 0, 0.1, "hall", List.of());
  }

  private static VehicleOrder.Edge edge(
      VehicleOrder.Node from, VehicleOrder.Node to, boolean released) {
    return new VehicleOrder.Edge(
        from.nodeId() + "-" + to.nodeId(),
        from.sequenceId() + 1,
        released,
        from.nodeId(),
        to.nodeId(),
        Optional.empty());
  }
}
