package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.hmi.app.AisleServer;
import dev.aisle.hmi.app.broker.BrokerAccount;
import dev.aisle.hmi.app.broker.EmbeddedBroker;
import dev.aisle.hmi.app.database.PostgresServer;
import dev.aisle.hmi.live.fleet.FleetPort;
import dev.aisle.hmi.live.lead.FloorElsewhere;
import dev.aisle.hmi.live.lead.LeadPort;
import dev.aisle.hmi.testing.PreparedDatabase;
import dev.aisle.hmi.testing.ProgramHere;
import dev.aisle.sim.SimConfig;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.vehicle.VehicleSpec;
import dev.aisle.sim.world.TaggedUnit;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.MoveOutcome;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.TransportState;
import dev.aisle.wms.transport.Transports;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two programs on one database and one broker. The vehicles are in neither of them, and drive on
 * when one is killed.
 */
class TwoNodesTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Duration TAKEN_OVER = Duration.ofSeconds(15);
  private static final double SPEED = 6;

  private static final String SITE =
      """
      site: two-nodes
      timezone: Asia/Shanghai
      gs1: {company_prefix: "9521141"}
      database: {url: "$DATABASE", user: $USER, password: "$PASSWORD"}
      broker: {uri: "$BROKER", user: dispatcher, password: "d-secret"}
      floor:
        nodes:
          S-1: {at_m: [0.0, 0.0], is: slot}
          S-2: {at_m: [4.0, 0.0], is: slot}
          S-3: {at_m: [8.0, 0.0], is: slot}
          S-4: {at_m: [0.0, 6.0], is: slot}
          S-5: {at_m: [4.0, 6.0], is: slot}
          S-6: {at_m: [8.0, 6.0], is: slot}
          C1: {at_m: [12.0, 0.0], is: charger}
          C2: {at_m: [12.0, 6.0], is: charger}
          L-1: {at_m: [0.0, 2.0]}
          L-2: {at_m: [4.0, 2.0]}
          L-3: {at_m: [8.0, 2.0]}
          L-4: {at_m: [12.0, 2.0]}
          L-5: {at_m: [12.0, 4.0]}
          L-6: {at_m: [8.0, 4.0]}
          L-7: {at_m: [4.0, 4.0]}
          L-8: {at_m: [0.0, 4.0]}
        lanes:
          - {along: [L-1, L-2, L-3, L-4, L-5, L-6, L-7, L-8, L-1], speed_mps: 1.5}
          - {between: [S-1, L-1], speed_mps: 1.0}
          - {between: [S-2, L-2], speed_mps: 1.0}
          - {between: [S-3, L-3], speed_mps: 1.0}
          - {between: [C1, L-4], speed_mps: 1.0}
          - {between: [C2, L-5], speed_mps: 1.0}
          - {between: [S-6, L-6], speed_mps: 1.0}
          - {between: [S-5, L-7], speed_mps: 1.0}
          - {between: [S-4, L-8], speed_mps: 1.0}
      vehicles:
        AGV-01:
          {driver: vda5050, version: 2.1.0, manufacturer: acme, serial: "0001", length_mm: 1200,
           width_mm: 800, max_speed_mps: 1.5, parks_at: C1}
        AGV-02:
          {driver: vda5050, version: 2.1.0, manufacturer: acme, serial: "0002", length_mm: 1200,
           width_mm: 800, max_speed_mps: 1.5, parks_at: C2}
      policies:
        put_away: [nearest-free]
        charging: {go_at_percent: 25, leave_at_percent: 80}
      """;

  @TempDir Path dir;
  private PostgresServer database;
  private EmbeddedBroker broker;
  private Simulator vehicles;
  private Path site;

  @BeforeEach
  void whatBothStandOn() throws IOException {
    database = PreparedDatabase.start(dir.resolve("shared"));
    broker =
        EmbeddedBroker.start(
            List.of(
                BrokerAccount.dispatcher("dispatcher", "d-secret"),
                account("AGV-01", "0001"),
                account("AGV-02", "0002")),
            0);
    vehicles =
        Simulator.open(
            new SimConfig(
                List.of(played("AGV-01", "0001", "C1", 0), played("AGV-02", "0002", "C2", 6)),
                Set.of("C1", "C2"),
                List.of(),
                List.of(),
                new PlcSpec("plc-1", freePort(), Map.of()),
                Optional.empty(),
                3,
                SPEED,
                dir.resolve("world.json")));
    site = Files.createDirectories(dir.resolve("site"));
    Files.writeString(
        site.resolve("site.yaml"),
        SITE.replace("$DATABASE", database.jdbcUrl())
            .replace("$USER", database.user())
            .replace("$PASSWORD", database.password())
            .replace("$BROKER", broker.uri()));
  }

  @AfterEach
  void endAll() {
    vehicles.close();
    broker.close();
    database.close();
  }

  @Test
  void theSecondTakesOverWhenTheFirstIsKilledAndEveryTransportIsCarriedOutOnce() throws Exception {
    try (DemoProcess first = DemoProcess.ofSite(site, dir.resolve("first"))) {
      first.awaitReady();
      try (AisleServer second = second()) {
        LeadPort lead = second.context().getBean(LeadPort.class);
        assertThat(lead.lead().leads()).isFalse();
        await().atMost(SOON).until(() -> lead.lead().address() != null);
        assertThat(lead.lead().address()).endsWith(":" + first.port());
        FleetPort fleet = second.context().getBean(FleetPort.class);
        assertThatThrownBy(() -> fleet.pause("AGV-01", "test")).isInstanceOf(FloorElsewhere.class);

        Map<TransportId, Sscc> asked = new LinkedHashMap<>();
        ask(second, "S-1", "S-4", asked);
        ask(second, "S-2", "S-5", asked);
        ask(second, "S-3", "S-6", asked);
        Transports transports = second.context().getBean(Transports.class);
        await("one is under way")
            .atMost(SOON)
            .until(
                () ->
                    asked.keySet().stream()
                        .anyMatch(id -> state(transports, id) == TransportState.PICKED_UP));

        first.kill();
        await("the second leads").atMost(TAKEN_OVER).until(() -> lead.lead().leads());

        await("all are carried out")
            .atMost(SOON)
            .untilAsserted(
                () ->
                    assertThat(asked.keySet())
                        .allMatch(id -> state(transports, id) == TransportState.DELIVERED));
        Ledger ledger = second.context().getBean(Ledger.class);
        asked.forEach(
            (id, unit) -> {
              assertThat(ledger.steps(unit)).as("placed, picked up, put down").hasSize(3);
              assertThat(vehicles.view().unit(unit.digits()).orElseThrow().at())
                  .isEqualTo(transports.find(id).orElseThrow().to().value());
            });
        assertThat(vehicles.view().overlaps()).isEmpty();
      }
    }
  }

  private AisleServer second() throws IOException {
    return ProgramHere.of(Files.readString(site.resolve("site.yaml")))
        .withoutSimulator()
        .start(dir.resolve("second"));
  }

  /** A unit that stands at a slot, on the floor and in the books, is to be carried to another. */
  private void ask(AisleServer node, String from, String to, Map<TransportId, Sscc> asked) {
    Units units = node.context().getBean(Units.class);
    Ledger ledger = node.context().getBean(Ledger.class);
    Sscc unit = units.nextSscc();
    vehicles.unitPacked(new TaggedUnit(unit.digits(), "AB".repeat(12)), from);
    node.context()
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              units.announce(unit, UnitType.PALLET, Optional.empty());
              ledger.place(
                  unit,
                  new LocationId(from),
                  new Occasion(
                      Reason.of("receipt"),
                      Evidence.manual("test"),
                      Instant.now(),
                      new Actor("test"),
                      ""));
              MoveOutcome move = ledger.reserveMove(unit, new LocationId(to), "test");
              TransportId id =
                  node.context()
                      .getBean(Transports.class)
                      .request(((MoveOutcome.Reserved) move).move(), 50, 0)
                      .id();
              asked.put(id, unit);
            });
  }

  private static TransportState state(Transports transports, TransportId id) {
    return transports.find(id).orElseThrow().state();
  }

  private static BrokerAccount account(String id, String serial) {
    return BrokerAccount.vehicle(
        id,
        "secret",
        VehicleProfile.of(new Vda5050Vehicle(new VehicleId(id), "acme", serial, Version.V2_1)));
  }

  private SimConfig.VehiclePlayed played(String id, String serial, String at, double yM) {
    return new SimConfig.VehiclePlayed(
        new VehicleSpec(new VehicleId(id), "acme", serial, at, 12, yM, "floor", 1.2, 0.8, 1.5, 0.5),
        new MqttSettings(broker.uri(), id, id, "secret"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
