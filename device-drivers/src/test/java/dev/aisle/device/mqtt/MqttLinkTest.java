package dev.aisle.device.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.LinkState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MqttLinkTest {
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final List<MqttLink> links = new ArrayList<>();
  private Broker broker;
  private MqttLink listener;

  @BeforeEach
  void start() throws Exception {
    broker = new Broker();
    listener = link("listener", Optional.empty());
    listener.subscribe("a/#", 1, this::keep);
    listener.open();
    await().until(listener::isConnected);
  }

  @AfterEach
  void stop() {
    links.forEach(MqttLink::close);
    broker.close();
  }

  @Test
  void aMessageTravelsFromOneClientToAnother() {
    MqttLink sender = connected("sender");
    assertThat(sender.publish("a/b", bytes("hello"), 0, false)).isTrue();
    await().until(() -> arrived.contains("a/b hello"));
    assertThat(sender.health().link()).isEqualTo(LinkState.UP);
  }

  @Test
  void aRetainedMessageIsThereForWhoComesLater() {
    connected("sender").publish("r/state", bytes("ONLINE"), 1, true);
    listener.subscribe("r/state", 1, this::keep);
    await().until(() -> arrived.contains("r/state ONLINE"));
  }

  @Test
  void whoVanishesLeavesItsLastWill() {
    MqttLink vehicle = link("vehicle", Optional.of(new LastWill("a/connection", "BROKEN")));
    vehicle.open();
    await().until(vehicle::isConnected);
    vehicle.vanish();
    await().until(() -> arrived.contains("a/connection BROKEN"));
    assertThat(vehicle.isConnected()).isFalse();
  }

  @Test
  void whoIsCutComesBackByItself() {
    MqttLink vehicle = link("vehicle", Optional.of(new LastWill("a/connection", "BROKEN")));
    AtomicInteger connects = new AtomicInteger();
    AtomicInteger losses = new AtomicInteger();
    vehicle.onConnected(connects::incrementAndGet);
    vehicle.onLost(losses::incrementAndGet);
    vehicle.open();
    await().until(vehicle::isConnected);
    vehicle.cut();
    await().until(() -> arrived.contains("a/connection BROKEN"));
    await().until(() -> connects.get() == 2 && vehicle.isConnected());
    assertThat(losses).hasValue(1);
  }

  @Test
  void whoSaysGoodbyeLeavesNoLastWillAndItsLastMessageArrives() {
    MqttLink vehicle = link("vehicle", Optional.of(new LastWill("a/connection", "BROKEN")));
    vehicle.open();
    await().until(vehicle::isConnected);
    vehicle.publish("a/connection", bytes("OFFLINE"), 1, true);
    vehicle.close();
    connected("sender").publish("a/after", bytes("this"), 1, false);
    await().until(() -> arrived.contains("a/after this"));
    assertThat(arrived).containsExactly("a/connection OFFLINE", "a/after this");
  }

  @Test
  void afterARestartOfTheBrokerSubscriptionsStandAgain() throws Exception {
    MqttLink sender = connected("sender");
    broker.stop();
    await().until(() -> !listener.isConnected() && !sender.isConnected());
    assertThat(sender.publish("a/lost", bytes("lost"), 1, false)).isFalse();
    await().until(() -> listener.health().link() == LinkState.DOWN);
    assertThat(listener.health().trouble()).isPresent();
    broker.start();
    await().until(() -> listener.isConnected() && sender.isConnected());
    await()
        .until(
            () -> {
              sender.publish("a/again", bytes("again"), 0, false);
              return arrived.contains("a/again again");
            });
    assertThat(arrived).doesNotContain("a/lost lost");
  }

  @Test
  void aWrongPasswordIsTroubleWithItsReasonAndNeverShown() {
    MqttSettings good = broker.settings("thief");
    MqttLink thief =
        new MqttLink(
            new MqttSettings(good.uri(), "thief", "thief", "guess"),
            Optional.empty(),
            Clock.systemUTC());
    links.add(thief);
    thief.open();
    await().until(() -> thief.health().link() == LinkState.DOWN);
    assertThat(thief.health().trouble().orElseThrow()).doesNotContain("guess");
    assertThat(new MqttSettings("tcp://x", "c", "u", "secret").toString()).doesNotContain("secret");
  }

  @Test
  void aReceiverThatFailsLosesItsMessageAndNotTheLink() {
    listener.subscribe(
        "bad/#",
        0,
        (topic, payload, retained) -> {
          throw new IllegalStateException("bug");
        });
    MqttLink sender = connected("sender");
    sender.publish("bad/1", bytes("x"), 1, false);
    await().until(() -> listener.health().errors() == 1);
    sender.publish("a/still", bytes("here"), 1, false);
    await().until(() -> arrived.contains("a/still here"));
  }

  @Test
  void messagesThatNobodyConfirmsAreRefusedAtTheirBound() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0)) {
      Thread thread = new Thread(() -> acceptAndNeverConfirm(deaf), "deaf-broker");
      thread.setDaemon(true);
      thread.start();
      MqttLink sender =
          new MqttLink(
              new MqttSettings("tcp://127.0.0.1:" + deaf.getLocalPort(), "s", "", ""),
              Optional.empty(),
              Clock.systemUTC());
      sender.open();
      await().until(sender::isConnected);
      int taken = 0;
      for (int i = 0; i < 5_000; i++) {
        taken += sender.publish("a/flood", bytes("x"), 1, false) ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1_000);
      sender.vanish();
    }
  }

  private static void acceptAndNeverConfirm(ServerSocket deaf) {
    try (Socket client = deaf.accept()) {
      client.getInputStream().read();
      client.getOutputStream().write(new byte[] {0x20, 0x02, 0x00, 0x00});
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(String topic, byte[] payload, boolean retained) {
    arrived.add(topic + " " + new String(payload, StandardCharsets.UTF_8));
  }

  private MqttLink connected(String client) {
    MqttLink link = link(client, Optional.empty());
    link.open();
    await().until(link::isConnected);
    return link;
  }

  private MqttLink link(String client, Optional<LastWill> will) {
    MqttLink link =
        new MqttLink(
            broker.settings(client),
            will,
            Clock.systemUTC(),
            new BackOff(Duration.ofMillis(50), Duration.ofMillis(300), 1));
    links.add(link);
    return link;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
