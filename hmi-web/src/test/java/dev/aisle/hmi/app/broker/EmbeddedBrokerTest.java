package dev.aisle.hmi.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.agv.vda5050.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EmbeddedBrokerTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private EmbeddedBroker broker;

  @BeforeAll
  static void hushTheBroker() {
    ((Logger) LoggerFactory.getLogger("io.moquette")).setLevel(Level.WARN);
  }

  @BeforeEach
  void start() {
    broker =
        EmbeddedBroker.start(
            List.of(
                BrokerAccount.dispatcher("dispatcher", "d-secret"),
                BrokerAccount.vehicle(
                    "AGV-01", "1-secret", profile("AGV-01", "0001", Version.V2_1)),
                BrokerAccount.vehicle(
                    "AGV-02", "2-secret", profile("AGV-02", "0002", Version.V2_1)),
                BrokerAccount.vehicle(
                    "AGV-03", "3-secret", profile("AGV-03", "0003", Version.V3_0))),
            0);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void theDispatcherHearsAVehicleAndTheVehicleItsOrders() throws MqttException {
    MqttClient dispatcher = connect("dispatcher", "dispatcher", "d-secret");
    MqttClient vehicle = connect("AGV-01", "AGV-01", "1-secret");
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    dispatcher.subscribe("uagv/v2/+/+/state", 0, (topic, message) -> heard.add(topic));
    vehicle.subscribe("uagv/v2/acme/0001/order", 0, (topic, message) -> heard.add(topic));
    vehicle.publish("uagv/v2/acme/0001/state", bytes("{}"), 0, false);
    dispatcher.publish("uagv/v2/acme/0001/order", bytes("{}"), 0, false);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(heard)
                    .containsExactlyInAnyOrder(
                        "uagv/v2/acme/0001/state", "uagv/v2/acme/0001/order"));
    close(dispatcher, vehicle);
  }

  @Test
  void aVehicleOfTheThirdVersionUsesItsOwnTreeAndNoOther() throws MqttException {
    MqttClient dispatcher = connect("dispatcher", "dispatcher", "d-secret");
    MqttClient vehicle = connect("AGV-03", "AGV-03", "3-secret");
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    dispatcher.subscribe("vda5050/v3/+/+/state", 0, (topic, message) -> heard.add(topic));
    for (String level : List.of("order", "responses", "zoneSet")) {
      vehicle.subscribe("vda5050/v3/acme/0003/" + level, 0, (topic, message) -> heard.add(topic));
      dispatcher.publish("vda5050/v3/acme/0003/" + level, bytes("{}"), 0, false);
    }
    assertThatThrownBy(() -> vehicle.subscribe("uagv/v2/acme/0003/order", 0))
        .isInstanceOf(MqttException.class);
    vehicle.publish("vda5050/v3/acme/0003/state", bytes("{}"), 0, false);
    await().atMost(SOON).untilAsserted(() -> assertThat(heard).hasSize(4));
    close(dispatcher, vehicle);
  }

  @Test
  void aVehicleWhoseConnectionIsCutIsNoErrorOfTheBroker() throws IOException {
    Logger broken = (Logger) LoggerFactory.getLogger("io.moquette");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    broken.addAppender(log);
    try (Socket vehicle = new Socket("127.0.0.1", URI.create(broker.uri()).getPort())) {
      vehicle.getOutputStream().write(connectPacket("AGV-01", "1-secret"));
      assertThat(vehicle.getInputStream().readNBytes(4)).containsExactly(0x20, 2, 0, 0);
      assertThat(broker.clients()).isOne();
      vehicle.setSoLinger(true, 0); // closing resets the connection instead of ending it
    }
    await().atMost(SOON).until(() -> broker.clients() == 0);
    broken.detachAppender(log);
    assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
  }

  /** MQTT 3.1.1, clause 3.1: clean session, user name and password. */
  private static byte[] connectPacket(String user, String password) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, (byte) 0xC2, 0, 60});
    for (String field : List.of(user, user, password)) {
      body.writeBytes(new byte[] {0, (byte) field.length()});
      body.writeBytes(bytes(field));
    }
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.writeBytes(new byte[] {0x10, (byte) body.size()});
    packet.writeBytes(body.toByteArray());
    return packet.toByteArray();
  }

  private static VehicleProfile profile(String id, String serial, Version version) {
    return VehicleProfile.of(new Vda5050Vehicle(new VehicleId(id), "acme", serial, version));
  }

  @Test
  void aVehicleIsRefusedEveryTopicThatIsNotItsOwn() throws MqttException {
    MqttClient dispatcher = connect("dispatcher", "dispatcher", "d-secret");
    MqttClient other = connect("AGV-02", "AGV-02", "2-secret");
    MqttClient vehicle = connect("AGV-01", "AGV-01", "1-secret");
    Queue<String> leaked = new ConcurrentLinkedQueue<>();
    Queue<String> own = new ConcurrentLinkedQueue<>();
    dispatcher.subscribe("uagv/v2/+/+/state", 0, (topic, message) -> leaked.add(topic));
    other.subscribe("uagv/v2/acme/0002/order", 0, (topic, message) -> leaked.add(topic));
    for (String filter :
        List.of(
            "#",
            "uagv/#",
            "uagv/v2/+/+/order",
            "uagv/v2/acme/+/order",
            "uagv/v2/acme/0002/order",
            "uagv/v2/acme/0002/instantActions",
            "uagv/v2/acme/0001/state",
            "$SYS/#")) {
      assertThatThrownBy(() -> vehicle.subscribe(filter, 0))
          .as(filter)
          .isInstanceOf(MqttException.class);
    }
    vehicle.subscribe("uagv/v2/acme/0001/order", 0, (topic, message) -> own.add(topic));
    for (String topic :
        List.of(
            "uagv/v2/acme/0002/state",
            "uagv/v2/acme/0002/order",
            "uagv/v2/acme/0001/order",
            "uagv/v2/acme/0001/instantActions",
            "uagv/v2/acme/0002/connection",
            "uagv/v3/acme/0001/state",
            "anything")) {
      vehicle.publish(topic, bytes("forged"), 0, false);
    }
    dispatcher.publish("uagv/v2/acme/0001/order", bytes("{}"), 0, false);
    await().atMost(SOON).untilAsserted(() -> assertThat(own).hasSize(1));
    assertThat(leaked).isEmpty();
    close(dispatcher, other, vehicle);
  }

  @Test
  void nobodyComesInWithoutTheirOwnNameAndPassword() {
    assertThatThrownBy(() -> connect("AGV-01", "AGV-01", "2-secret"))
        .isInstanceOf(MqttException.class);
    assertThatThrownBy(() -> connect("AGV-01", "AGV-02", "2-secret"))
        .as("another's client id")
        .isInstanceOf(MqttException.class);
    assertThatThrownBy(() -> connect("stranger", "stranger", "secret"))
        .isInstanceOf(MqttException.class);
    assertThatThrownBy(
            () -> new MqttClient(broker.uri(), "AGV-01", new MemoryPersistence()).connect())
        .as("without a name")
        .isInstanceOf(MqttException.class);
  }

  @Test
  void aBrokerThatLosesAThreadStartsAnewInsteadOfServingHalfItsClients() throws MqttException {
    MqttClient vehicle = connect("AGV-01", "AGV-01", "1-secret");
    broker.loseThread(new IllegalStateException("the loop ends"));
    await().atMost(SOON).until(() -> !vehicle.isConnected());
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> connect("AGV-02", "AGV-02", "2-secret").isConnected());
  }

  @Test
  void aRestartedBrokerListensWhereItDidAndKnowsTheSamePeople() throws MqttException {
    String uri = broker.uri();
    connect("AGV-01", "AGV-01", "1-secret");
    broker.restart();
    assertThat(broker.uri()).isEqualTo(uri);
    close(connect("AGV-01", "AGV-01", "1-secret"));
  }

  private MqttClient connect(String clientId, String user, String password) throws MqttException {
    MqttClient client = new MqttClient(broker.uri(), clientId, new MemoryPersistence());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setUserName(user);
    options.setPassword(password.toCharArray());
    client.connect(options);
    return client;
  }

  private static void close(MqttClient... clients) throws MqttException {
    for (MqttClient client : clients) {
      client.disconnectForcibly(0, 500);
      client.close(true);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
