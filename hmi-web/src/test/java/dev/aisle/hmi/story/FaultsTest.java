package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.app.AisleServer;
import dev.aisle.hmi.app.RunTally;
import dev.aisle.hmi.app.standing.StandingChecks;
import dev.aisle.hmi.live.Command;
import dev.aisle.hmi.live.SimulatorPort;
import dev.aisle.hmi.live.SimulatorPort.FaultKind;
import dev.aisle.hmi.live.fleet.FleetPort;
import dev.aisle.hmi.live.fleet.VehicleState;
import dev.aisle.hmi.testing.DemoSite;
import dev.aisle.hmi.testing.ProgramHere;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.Loads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The running demonstration loses a cable, a vehicle and its broker, says so, and goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultsTest {
  private static final double SPEED = 8;
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration WORK = Duration.ofSeconds(150);

  private AisleServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = ProgramHere.of(DemoSite.text()).speed(SPEED).workedByItself().start(folder);
    awaitMore("pallets stored", 1);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aPulledReaderCableIsAnAlarmUntilItIsBack() {
    inject(FaultKind.READER_CABLE, "reader-X1", 8);
    await().atMost(SOON).until(() -> active(AlarmType.READER_SILENT, "reader-X1"));
    await().atMost(SOON).until(() -> !active(AlarmType.READER_SILENT, "reader-X1"));
    awaitMore("transports done", 2);
    assertEverythingHolds();
  }

  @Test
  void aVanishedVehicleIsUnknownAndAnAlarmUntilItReturns() {
    inject(FaultKind.VEHICLE_VANISH, "AGV-02", 12);
    await().atMost(SOON).until(() -> stateOf("AGV-02") == VehicleState.UNKNOWN);
    await().atMost(SOON).until(() -> active(AlarmType.VEHICLE_OFFLINE, "AGV-02"));
    await().atMost(SOON).until(() -> !active(AlarmType.VEHICLE_OFFLINE, "AGV-02"));
    await().atMost(SOON).until(() -> stateOf("AGV-02") != VehicleState.UNKNOWN);
    awaitMore("transports done", 2);
    assertEverythingHolds();
  }

  @Test
  void aBrokerThatRestartsIsOneAlarmAndNoTransportIsLost() {
    inject(FaultKind.BROKER_RESTART, "broker", 6);
    await().atMost(SOON).until(() -> active(AlarmType.BROKER_DOWN, "broker"));
    await().atMost(SOON).until(() -> !active(AlarmType.BROKER_DOWN, "broker"));
    awaitMore("transports done", 3);
    awaitMore("orders shipped", 1);
    assertEverythingHolds();
  }

  @Test
  void aParcelWithADeadTagKeepsItsTruckUntilItIsScanned() {
    inject(FaultKind.TAG_DEAD, "X1", 1);
    inject(FaultKind.TAG_DEAD, "X2", 1);
    await("a check in vain")
        .atMost(WORK)
        .until(() -> bean(Loads.class).open().stream().anyMatch(load -> load.passes() > 0));
    Load held =
        bean(Loads.class).open().stream().filter(l -> l.passes() > 0).findFirst().orElseThrow();
    assertThat(held.missing()).isNotEmpty();
    await("it left after all")
        .atMost(WORK)
        .until(() -> bean(Loads.class).find(held.id()).orElseThrow().state() == Load.State.LEFT);
    Load left = bean(Loads.class).find(held.id()).orElseThrow();
    assertThat(left.complete()).isTrue();
    assertThat(left.reason()).isEmpty();
    assertThat(left.parcels())
        .extracting(parcel -> parcel.loadedBy().orElseThrow())
        .contains("dispatcher");
    assertEverythingHolds();
  }

  private void inject(FaultKind kind, String target, int seconds) {
    assertThat(bean(SimulatorPort.class).inject(kind, target, Duration.ofSeconds(seconds), "test"))
        .isEqualTo(Command.ACCEPTED);
  }

  private boolean active(AlarmType type, String source) {
    return bean(Alarms.class).list(Alarms.Query.newest(true, 100)).alarms().stream()
        .anyMatch(a -> a.type() == type && a.source().equals(source) && a.active());
  }

  private VehicleState stateOf(String vehicle) {
    return bean(FleetPort.class).view().vehicles().stream()
        .filter(row -> row.live().id().equals(vehicle))
        .findFirst()
        .orElseThrow()
        .live()
        .state();
  }

  private void awaitMore(String what, long more) {
    long before = count(what);
    await(what)
        .atMost(WORK)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> count(what) >= before + more);
  }

  private long count(String what) {
    return bean(RunTally.class).counts().get(what);
  }

  private void assertEverythingHolds() {
    assertThat(bean(StandingChecks.class).checkAll()).allMatch(StandingChecks.Result::held);
  }

  private <T> T bean(Class<T> type) {
    return server.context().getBean(type);
  }
}
