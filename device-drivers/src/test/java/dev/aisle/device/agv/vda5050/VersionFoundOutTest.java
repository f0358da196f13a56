package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Samples.AGV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StatedCapabilities;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.vda5050.Dialect.InstantActionsKey;
import dev.aisle.device.mqtt.Broker;
import dev.aisle.device.mqtt.MqttLink;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R069: a vehicle whose version nobody wrote down, over a real broker. */
class VersionFoundOutTest {
  private final List<VehicleReport> reports = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private Broker broker;
  private MqttLink vehicle;
  private Vda5050Gateway gateway;

  @BeforeEach
  void connect() throws Exception {
    broker = new Broker();
    vehicle = new MqttLink(broker.settings("agv-01"), Optional.empty(), Clock.systemUTC());
    for (Version version : Version.values()) {
      for (Topic topic : List.of(Topic.ORDER, Topic.INSTANT_ACTIONS)) {
        vehicle.subscribe(
            speaks(version).topic(topic),
            0,
            (name, json, retained) ->
                heard.add(name + " " + new String(json, StandardCharsets.UTF_8)));
      }
    }
    gateway = gateway(profile(Optional.empty()));
    vehicle.open();
    await().until(vehicle::isConnected);
  }

  private Vda5050Gateway gateway(VehicleProfile profile) {
    Vda5050Gateway made =
        new Vda5050Gateway(broker.settings("dispatcher"), List.of(profile), Clock.systemUTC());
    made.onReport(reports::add);
    return made;
  }

  @AfterEach
  void disconnect() {
    gateway.close();
    vehicle.close();
    broker.close();
  }

  @ParameterizedTest
  @EnumSource
  void itsFirstStateTellsItAndItIsSpokenToSoFromThenOn(Version version) {
    open();
    assertThat(gateway.speech(AGV).source()).isEqualTo(VehicleSpeech.Source.ASSUMED);
    sayState(version);
    await().until(() -> reports.stream().anyMatch(VehicleReport.State.class::isInstance));
    assertThat(gateway.speech(AGV).version()).isEqualTo(version);
    assertThat(gateway.speech(AGV).source()).isEqualTo(VehicleSpeech.Source.VEHICLE);
    assertThat(gateway.speech(AGV).said()).contains(version.number());
    heard.clear();
    gateway.send(Samples.order(5));
    await().until(() -> heard.stream().anyMatch(one -> one.contains("/order ")));
    String order = heard.stream().filter(one -> one.contains("/order ")).findFirst().orElseThrow();
    assertThat(order)
        .startsWith(speaks(version).topic(Topic.ORDER) + " ")
        .contains("\"version\":\"%s\"".formatted(version.number()));
  }

  @Test
  void untilItHasSaidAWordItIsAskedInEveryTreeOfTopics() {
    open();
    await()
        .untilAsserted(
            () ->
                assertThat(heard)
                    .anyMatch(one -> one.startsWith("uagv/v2/") && one.contains("stateRequest"))
                    .anyMatch(
                        one -> one.startsWith("vda5050/v3/") && one.contains("stateRequest")));
  }

  @Test
  void aRetainedFarewellOfTheSoftwareBeforeDoesNotCountOnceTheNewOneSpeaks() {
    open();
    sayState(Version.V3_0);
    await().until(() -> !reports.isEmpty());
    sayOffline(Version.V2_1);
    sayState(Version.V3_0);
    await().until(() -> reports.size() >= 2);
    assertThat(reports).noneMatch(VehicleReport.Connection.class::isInstance);
    assertThat(gateway.speech(AGV).version()).isEqualTo(Version.V3_0);
  }

  @Test
  void theSiteFilesVersionStandsAgainstTheVehiclesWordAndTheContradictionIsTold() {
    gateway.close();
    gateway = gateway(profile(Optional.of(Version.V2_1)));
    open();
    sayState(Version.V2_0);
    await().until(() -> !reports.isEmpty());
    VehicleSpeech speech = gateway.speech(AGV);
    assertThat(speech.version()).isEqualTo(Version.V2_1);
    assertThat(speech.source()).isEqualTo(VehicleSpeech.Source.SITE_FILE);
    assertThat(speech.said()).contains("2.0.0");
    assertThat(speech.contradicts()).isTrue();
  }

  @Test
  void whatTheSiteFileStatesGoesBeforeTheFactsheet() {
    open();
    vehicle.publish(
        speaks(Version.V2_1).topic(Topic.FACTSHEET),
        side(Version.V2_1).writeFactsheet(Samples.facts(), head(Version.V2_1)),
        0,
        false);
    await().until(() -> reports.stream().anyMatch(VehicleReport.Factsheet.class::isInstance));
    VehicleReport.Factsheet factsheet =
        reports.stream()
            .filter(VehicleReport.Factsheet.class::isInstance)
            .map(VehicleReport.Factsheet.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(factsheet.capabilities().limits().longest("order.nodes")).contains(7);
    assertThat(factsheet.capabilities().canAtNode("pick")).isTrue();
    assertThat(factsheet.capabilities().canAtNode("drop")).isFalse();
    assertThat(factsheet.capabilities().series()).isEqualTo(Samples.facts().series());
  }

  @Test
  void idsOfItsQuestionsStayShort() {
    open();
    gateway.send(new InstantAction(AGV, "x", "startPause", Map.of()));
    await().until(() -> heard.stream().anyMatch(one -> one.contains("stateRequest")));
    assertThat(heard)
        .filteredOn(one -> one.contains("stateRequest"))
        .allMatch(one -> one.matches(".*\"actionId\":\"[^\"]{1,20}\".*"));
  }

  @Test
  void oneThatNeverShowsAnInstantActionIsToldByTheOlderKeyToo() {
    gateway.close();
    gateway =
        new Vda5050Gateway(
            broker.settings("dispatcher"), List.of(profile(Optional.empty())), new HastyClock());
    gateway.onReport(reports::add);
    open();
    for (int said = 1; said <= 8; said++) {
      int before = said;
      sayState(Version.V2_0);
      await().until(() -> reports.size() >= before);
    }
    await()
        .untilAsserted(
            () ->
                assertThat(heard)
                    .anyMatch(
                        one -> one.contains("\"actions\"") && one.contains("\"instantActions\"")));
    VehicleSpeech speech = gateway.speech(AGV);
    assertThat(speech.dialect().instantActions()).isEqualTo(InstantActionsKey.BOTH);
    assertThat(speech.found().instantActions()).contains(InstantActionsKey.BOTH);
  }

  /** A second goes by each time somebody looks. */
  private static final class HastyClock extends Clock {
    private final AtomicLong seconds = new AtomicLong();

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusSeconds(seconds.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void open() {
    gateway.open();
    await().until(gateway::isConnected);
  }

  private void sayState(Version version) {
    vehicle.publish(
        speaks(version).topic(Topic.STATE),
        side(version).writeState(Samples.state(5), head(version)),
        0,
        false);
  }

  private void sayOffline(Version version) {
    vehicle.publish(
        speaks(version).topic(Topic.CONNECTION),
        side(version).writeConnection(ConnectionState.OFFLINE, head(version)),
        1,
        true);
  }

  private static VehicleProfile profile(Optional<Version> version) {
    return new VehicleProfile(
        AGV,
        "acme",
        "0001",
        version,
        DialectOverrides.NONE,
        new StatedCapabilities(Map.of("order.nodes", 7), Set.of("pick"), Optional.empty()));
  }

  private static Vda5050Vehicle speaks(Version version) {
    return profile(Optional.empty()).in(version);
  }

  private static VehicleSideCodec side(Version version) {
    return new VehicleSideCodec(version, Dialect.standard(version));
  }

  private static MessageHeader head(Version version) {
    return MessageHeader.of(speaks(version), 1, Instant.now());
  }
}
