package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Samples.AGV;
import static dev.aisle.device.agv.vda5050.Samples.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.mqtt.Broker;
import dev.aisle.device.mqtt.LastWill;
import dev.aisle.device.mqtt.MqttLink;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Controller and vehicle over a real broker. */
class Vda5050GatewayTest {
  private static final VehicleSideCodec SIDE =
      new VehicleSideCodec(Version.V2_1, Dialect.standard(Version.V2_1));

  private final List<VehicleReport> reports = new CopyOnWriteArrayList<>();
  private final List<VehicleOrder> orders = new CopyOnWriteArrayList<>();
  private final List<InstantAction> actions = new CopyOnWriteArrayList<>();
  private final List<String> orderJson = new CopyOnWriteArrayList<>();
  private Broker broker;
  private MqttLink vehicle;
  private Vda5050Gateway gateway;

  @BeforeEach
  void connect() throws Exception {
    broker = new Broker();
    vehicle =
        new MqttLink(
            broker.settings("agv-01"),
            Optional.of(
                new LastWill(
                    VEHICLE.topic(Topic.CONNECTION),
                    new String(
                        SIDE.writeConnection(ConnectionState.BROKEN, header(0)),
                        StandardCharsets.UTF_8))),
            Clock.systemUTC());
    vehicle.subscribe(VEHICLE.topic(Topic.ORDER), 0, (topic, json, retained) -> order(json));
    vehicle.subscribe(
        VEHICLE.topic(Topic.INSTANT_ACTIONS), 0, (topic, json, retained) -> action(json));
    vehicle.onConnected(
        () -> send(Topic.CONNECTION, SIDE.writeConnection(ConnectionState.ONLINE, header(1))));
    gateway =
        new Vda5050Gateway(
            broker.settings("dispatcher"), List.of(VehicleProfile.of(VEHICLE)), Clock.systemUTC());
    gateway.onReport(reports::add);
  }

  @AfterEach
  void disconnect() {
    gateway.close();
    vehicle.close();
    broker.close();
  }

  @Test
  void afterConnectingTheVehicleIsKnownOnlineAndAskedForItsStateAndFactsheet() {
    openVehicle();
    openGateway();
    await().until(() -> has(VehicleReport.Connection.class) && has(VehicleReport.Factsheet.class));
    assertThat(reports)
        .filteredOn(VehicleReport.Connection.class::isInstance)
        .extracting(report -> ((VehicleReport.Connection) report).state())
        .containsExactly(ConnectionState.ONLINE);
    await().until(() -> actions.stream().anyMatch(one -> one.type().equals("stateRequest")));
  }

  @Test
  void anOrderReachesTheVehicleAndItsStateComesBack() {
    openVehicle();
    openGateway();
    VehicleOrder order = Samples.order(5);
    gateway.send(order);
    await().until(() -> orders.contains(order));
    VehicleReport.State state = Samples.state(5);
    send(Topic.STATE, SIDE.writeState(state, header(7)));
    await().until(() -> has(VehicleReport.State.class));
    VehicleReport.State heard =
        (VehicleReport.State)
            reports.stream()
                .filter(VehicleReport.State.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(heard.loads()).isEqualTo(state.loads());
    assertThat(heard.vehicle()).isEqualTo(AGV);
    assertThat(gateway.health(AGV).link()).isEqualTo(LinkState.UP);
  }

  @Test
  void headersOfOneTopicAreCounted() {
    openVehicle();
    openGateway();
    gateway.send(Samples.order(1));
    gateway.send(Samples.order(2));
    await().until(() -> orderJson.size() == 2);
    assertThat(orderJson.get(0)).contains("\"headerId\":0");
    assertThat(orderJson.get(1)).contains("\"headerId\":1");
  }

  @Test
  void aVehicleThatVanishesIsReportedBrokenByTheBroker() {
    openVehicle();
    openGateway();
    vehicle.vanish();
    await()
        .until(
            () ->
                reports.stream()
                    .anyMatch(
                        report ->
                            report instanceof VehicleReport.Connection connection
                                && connection.state() == ConnectionState.BROKEN));
    assertThat(gateway.health(AGV).link()).isEqualTo(LinkState.DOWN);
    assertThat(gateway.health(AGV).trouble()).contains("lost its link to the broker");
  }

  @Test
  void afterARestartOfTheBrokerTheStateIsAskedForAgain() throws Exception {
    openVehicle();
    openGateway();
    await().until(() -> !actions.isEmpty());
    actions.clear();
    broker.stop();
    await().until(() -> !gateway.isConnected());
    gateway.send(Samples.order(1));
    broker.start();
    await().until(() -> gateway.isConnected() && vehicle.isConnected());
    gateway.send(new InstantAction(AGV, "pause-1", "startPause", Map.of()));
    await().until(() -> actions.stream().anyMatch(one -> one.type().equals("startPause")));
    assertThat(orders).isEmpty();
  }

  @Test
  void aMessageThatCannotBeReadIsCountedAndNotReported() {
    openVehicle();
    openGateway();
    await().until(() -> has(VehicleReport.Connection.class));
    send(Topic.STATE, "{\"orderId\":7}".getBytes(StandardCharsets.UTF_8));
    await().until(() -> gateway.health(AGV).signal() == Ne107.CHECK);
    assertThat(gateway.health(AGV).trouble().orElseThrow()).contains("state");
    assertThat(has(VehicleReport.State.class)).isFalse();
  }

  @Test
  void anOrderForAVehicleOfAnotherGatewayIsAMistake() {
    assertThatThrownBy(
            () ->
                gateway.send(
                    new InstantAction(new VehicleId("AGV-99"), "x", "stateRequest", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AGV-99");
  }

  private boolean has(Class<? extends VehicleReport> kind) {
    return reports.stream().anyMatch(kind::isInstance);
  }

  private void openVehicle() {
    vehicle.open();
    await().until(vehicle::isConnected);
  }

  private void openGateway() {
    gateway.open();
    await().until(gateway::isConnected);
  }

  private void send(Topic topic, byte[] json) {
    vehicle.publish(VEHICLE.topic(topic), json, topic.qos(), topic.retained());
  }

  private void order(byte[] json) {
    orderJson.add(new String(json, StandardCharsets.UTF_8));
    if (SIDE.readOrder(AGV, json) instanceof Parsed.Good<VehicleOrder> good) {
      orders.add(good.message());
    }
  }

  private void action(byte[] json) {
    if (SIDE.readInstantActions(AGV, json) instanceof Parsed.Good<List<InstantAction>> good) {
      actions.addAll(good.message());
      if (good.message().getFirst().type().equals("factsheetRequest")) {
        send(Topic.FACTSHEET, SIDE.writeFactsheet(Samples.facts(), header(1)));
      }
    }
  }

  private static MessageHeader header(long id) {
    return MessageHeader.of(VEHICLE, id, Instant.now());
  }
}
