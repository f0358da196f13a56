package dev.aisle.hmi.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.mqtt.LastWill;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.device.tls.TlsRefusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** The same at the embedded broker and at a mosquitto that got its files from this program. */
@ParameterizedClass(name = "{0}")
@EnumSource(SecuredBroker.Make.class)
class SecuredBrokersTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String DISPATCHER = "dispatcher";
  private static final String OWN = "uagv/v2/acme/0001/";
  private static final String NEIGHBOURS = "uagv/v2/acme/0002/";

  @Parameter SecuredBroker.Make make;
  @TempDir static Path folder;
  private static TestCertificates certificates;
  private static TestCertificates strangers;
  private static SecuredBroker broker;
  private final List<MqttLink> links = new ArrayList<>();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void makeCertificates() throws Exception {
    ((Logger) LoggerFactory.getLogger("io.moquette")).setLevel(Level.WARN);
    certificates = new TestCertificates(folder.resolve("ca"));
    certificates.sign("localhost", "DNS:localhost", 30);
    certificates.sign("AGV-01", "DNS:AGV-01", 30);
    certificates.sign("AGV-02", "DNS:AGV-02", 30);
    certificates.sign("AGV-03", "DNS:AGV-03", 30);
    certificates.revoke("AGV-03");
    strangers = new TestCertificates(folder.resolve("strangers"));
    strangers.sign("AGV-01", "DNS:AGV-01", 30);
  }

  @BeforeParameterizedClassInvocation
  static void start(SecuredBroker.Make make) throws Exception {
    broker =
        make.start(
            List.of(
                BrokerAccount.dispatcher(DISPATCHER, "d-secret"),
                vehicle("AGV-01", "0001"),
                vehicle("AGV-02", "0002"),
                vehicle("AGV-03", "0003")),
            certificates,
            java.nio.file.Files.createDirectories(folder.resolve(make.name())));
  }

  private static BrokerAccount vehicle(String id, String serial) {
    return BrokerAccount.vehicle(
        id,
        id + "-secret",
        VehicleProfile.of(new Vda5050Vehicle(new VehicleId(id), "acme", serial, Version.V2_1)));
  }

  @AfterEach
  void leave() {
    links.forEach(MqttLink::close);
    links.clear();
    heard.clear();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    broker.close();
  }

  @Test
  void aVehicleWithItsPasswordIsHeardAndHearsItsOrders() throws Exception {
    MqttLink dispatcher = dispatcher();
    MqttLink vehicle = byPassword("AGV-01-secret");
    connected(vehicle);
    vehicle.publish(OWN + "state", bytes("a"), 0, false);
    dispatcher.publish(OWN + "order", bytes("b"), 0, false);
    awaitHeard("dispatcher a", "vehicle b");
  }

  @Test
  void aVehicleWithItsCertificateNeedsNoPassword() throws Exception {
    MqttLink dispatcher = dispatcher();
    MqttLink vehicle = byCertificate(certificates.client("AGV-01"), "AGV-01");
    connected(vehicle);
    vehicle.publish(OWN + "state", bytes("a"), 0, false);
    dispatcher.publish(OWN + "order", bytes("b"), 0, false);
    awaitHeard("dispatcher a", "vehicle b");
  }

  @Test
  void aCertificateOpensNoNeighboursTopic() throws Exception {
    MqttLink dispatcher = dispatcher();
    MqttLink vehicle = byCertificate(certificates.client("AGV-01"), "AGV-01");
    connected(vehicle);
    for (String topic : List.of(NEIGHBOURS + "state", NEIGHBOURS + "connection", OWN + "order")) {
      vehicle.publish(topic, bytes("forged"), 0, false);
    }
    vehicle.publish(OWN + "state", bytes("own"), 0, false);
    dispatcher.publish(NEIGHBOURS + "order", bytes("not for it"), 0, false);
    dispatcher.publish(OWN + "order", bytes("for it"), 0, false);
    awaitHeard("dispatcher own", "vehicle for it");
  }

  @Test
  void anotherPasswordIsRefused() throws Exception {
    refused(byPassword("AGV-02-secret"), trouble -> trouble.kind() == TroubleKind.NO_PERMISSION);
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
    SSLContext forged = certificates.trust().context(Optional.of(strangers.identity("AGV-01")));
    refused(byCertificate(forged, "AGV-01"), trouble -> true);
  }

  @Test
  void aCertificateThatWasTakenBackIsRefused() throws Exception {
    refused(byCertificate(certificates.client("AGV-03"), "AGV-03"), trouble -> true);
  }

  @Test
  void aBrokerThatNobodyTrustedHasSignedIsNotToldThePassword() throws Exception {
    refused(
        link(
            settings("localhost", broker.passwordPort(), strangers.stranger(), "AGV-01"),
            "vehicle"),
        notTrusted(TlsRefusal.NOT_TRUSTED));
  }

  @Test
  void aBrokerUnderAnotherHostNameIsNotToldThePassword() throws Exception {
    refused(
        link(
            settings("127.0.0.1", broker.passwordPort(), certificates.stranger(), "AGV-01"),
            "vehicle"),
        notTrusted(TlsRefusal.OTHER_NAME));
  }

  @Test
  void aClientThatDoesNotEncryptDoesNotComeIn() {
    MqttLink plain =
        link(
            new MqttSettings(
                "tcp://localhost:" + broker.passwordPort(), "AGV-01", "AGV-01", "AGV-01-secret"),
            "vehicle");
    refused(plain, trouble -> true);
  }

  @Test
  void everybodyComesBackWhenTheBrokerWasRestarted() throws Exception {
    MqttLink dispatcher = dispatcher();
    MqttLink vehicle = byCertificate(certificates.client("AGV-01"), "AGV-01");
    connected(vehicle);
    broker.restart();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              vehicle.publish(OWN + "state", bytes("a"), 0, false);
              dispatcher.publish(OWN + "order", bytes("b"), 0, false);
              assertThat(heard).contains("dispatcher a", "vehicle b");
            });
  }

  private MqttLink dispatcher() throws Exception {
    MqttLink link =
        link(
            new MqttSettings(
                broker.dispatcherUri(),
                DISPATCHER,
                DISPATCHER,
                "d-secret",
                Optional.of(certificates.stranger())),
            DISPATCHER);
    connected(link);
    return link;
  }

  private MqttLink byPassword(String password) throws Exception {
    return link(
        new MqttSettings(
            "ssl://localhost:" + broker.passwordPort(),
            "AGV-01",
            "AGV-01",
            password,
            Optional.of(certificates.stranger())),
        "vehicle");
  }

  private MqttLink byCertificate(SSLContext tls, String id) {
    return link(
        new MqttSettings(
            "ssl://localhost:" + broker.certificatePort(), id, "", "", Optional.of(tls)),
        "vehicle");
  }

  private static MqttSettings settings(String host, int port, SSLContext tls, String id) {
    return new MqttSettings(
        "ssl://%s:%d".formatted(host, port), id, id, id + "-secret", Optional.of(tls));
  }

  /** A link that notes what it hears, the dispatcher all states and a vehicle its own orders. */
  private MqttLink link(MqttSettings settings, String who) {
    boolean dispatches = who.equals(DISPATCHER);
    MqttLink link =
        new MqttLink(
            settings,
            dispatches ? Optional.empty() : Optional.of(new LastWill(OWN + "connection", "gone")),
            Clock.systemUTC());
    link.subscribe(
        dispatches ? "uagv/v2/+/+/state" : OWN + "order",
        0,
        (topic, payload, retained) ->
            heard.add(who + " " + new String(payload, StandardCharsets.UTF_8)));
    links.add(link);
    link.open();
    return link;
  }

  private static void connected(MqttLink link) {
    await().atMost(SOON).until(link::isConnected);
  }

  /** It tries again and again; under load an earlier try may have failed for want of time. */
  private static void refused(MqttLink link, Predicate<DeviceTrouble> so) {
    await().atMost(SOON).until(() -> link.health().why().filter(so).isPresent());
    assertThat(link.isConnected()).isFalse();
  }

  private static Predicate<DeviceTrouble> notTrusted(TlsRefusal why) {
    return trouble ->
        trouble.kind() == TroubleKind.NOT_TRUSTED && why.word().equals(trouble.values().get("why"));
  }

  private void awaitHeard(String... exactly) {
    await().atMost(SOON).until(() -> heard.size() >= exactly.length);
    assertThat(heard).containsExactlyInAnyOrder(exactly);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
