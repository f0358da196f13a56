package dev.aisle.hmi.bridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.StatedCapabilities;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.Limits;
import dev.aisle.device.agv.VehicleCapabilities.Motion;
import dev.aisle.device.agv.VehicleCapabilities.Scope;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.vda5050.Dialect.InstantActionsKey;
import dev.aisle.device.agv.vda5050.DialectOverrides;
import dev.aisle.device.agv.vda5050.Vda5050Gateway;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.fleet.VehicleAbilities;
import dev.aisle.hmi.live.fleet.VehicleAbilities.Ability;
import dev.aisle.hmi.live.fleet.VehicleAbilities.DialectWord;
import dev.aisle.hmi.live.fleet.VehicleAbilities.Limit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the page of a vehicle says it can and cannot do. */
class VehicleReportsTest {
  private static final VehicleId ID = new VehicleId("AGV-03");
  private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
  private static final VehicleProfile PROFILE =
      new VehicleProfile(
          ID,
          "acme",
          "0003",
          Optional.of(Version.V2_0),
          new DialectOverrides(
              Optional.of(InstantActionsKey.INSTANT_ACTIONS),
              Optional.empty(),
              Optional.empty(),
              OptionalInt.empty()),
          new StatedCapabilities(Map.of("order.nodes", 12), Set.of(), Optional.empty()));

  private final FleetMemory memory = new FleetMemory();
  private final VehicleReports reports =
      new VehicleReports(
          new FleetGateway(
              () ->
                  new Vda5050Gateway(
                      new MqttSettings("tcp://127.0.0.1:1", "x", "", ""),
                      List.of(PROFILE),
                      Clock.systemUTC())),
          memory);

  @Test
  void beforeItsFactsheetComesEverythingIsTriedWithinWhatTheSiteFileStates() {
    VehicleAbilities said = reports.of(vehicle());
    assertThat(said.version()).isEqualTo("2.0.0");
    assertThat(said.versionFrom()).isEqualTo("site-file");
    assertThat(said.saidVersion()).isNull();
    assertThat(said.factsheetAt()).isNull();
    assertThat(said.abilities()).isNotEmpty().allMatch(Ability::able);
    assertThat(said.actions()).isEmpty();
    assertThat(said.limits()).contains(new Limit("nodes-per-order", 12, "", true));
    assertThat(said.dialect())
        .contains(
            new DialectWord("instant-actions", "instant-actions", "site-file"),
            new DialectWord("stitching-actions", "left-out", "version"));
  }

  @Test
  void itsFactsheetSaysWhatItCannotDoAndHowFastItIs() {
    memory.heard(
        new VehicleReport.Factsheet(
            ID, NOW, Map.of(), PROFILE.stated().over(carrierWithoutCharger())));
    VehicleAbilities said = reports.of(vehicle());
    assertThat(said.factsheetAt()).isEqualTo(NOW);
    assertThat(said.series()).isEqualTo("Carrier");
    assertThat(said.abilities())
        .contains(
            new Ability("carry", true, List.of()),
            new Ability("charge", false, List.of("startCharging", "stopCharging")),
            new Ability("pause", false, List.of("startPause", "stopPause")));
    assertThat(said.limits())
        .contains(
            new Limit("max-speed", 0.8, "m/s", false),
            new Limit("nodes-per-order", 12, "", true),
            new Limit("nodes-ahead", 20, "", false));
    assertThat(said.actions())
        .extracting(VehicleAbilities.Action::type)
        .containsExactly("drop", "pick");
  }

  private static VehicleCapabilities carrierWithoutCharger() {
    return new VehicleCapabilities(
        "Carrier",
        "CARRIER",
        "DIFF",
        Optional.empty(),
        new Motion(Optional.of(0.8), Optional.empty(), Optional.empty(), Optional.empty()),
        VehicleCapabilities.UNKNOWN.size(),
        new Limits(
            Map.of("order.nodes", 40, "state.nodeStates", 20),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Map.of(),
        List.of(skill("pick"), skill("drop")),
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of());
  }

  private static Skill skill(String type) {
    return new Skill(type, Set.of(Scope.NODE), Set.of(), Map.of(), false, false);
  }

  private static Site.Vehicle vehicle() {
    return new Site.Vehicle(
        "AGV-03", "vda5050", PROFILE, 1200, 800, 2.0, "C3", true, OptionalInt.empty());
  }
}
