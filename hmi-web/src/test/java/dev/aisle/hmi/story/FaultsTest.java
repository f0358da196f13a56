package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.app.AisleServer;
import dev.aisle.hmi.app.RunTally;
import dev.aisle.hmi.app.standing.StandingChecks;
import dev.aisle.hmi.live.fleet.FleetPort;
import dev.aisle.hmi.live.fleet.VehicleState;
import dev.aisle.hmi.live.simulator.Command;
import dev.aisle.hmi.live.simulator.SimulatorPort;
import dev.aisle.hmi.live.simulator.SimulatorPort.FaultKind;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.DemoSite;
import dev.aisle.hmi.testing.ProgramHere;
import dev.aisle.sim.world.TaggedUnit;
import dev.aisle.sim.world.UnitState;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shipment.Load;
import dev.aisle.wms.shipment.Loads;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The running demonstration loses a cable, a vehicle and its broker, says so, and goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultsTest {
  private static final double SPEED = 8;
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration WORK = Duration.ofSeconds(150);

  private AisleServer server;
  private FloorHelper helper;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = ProgramHere.of(DemoSite.text()).speed(SPEED).workedByItself().start(folder);
    helper = new FloorHelper(server);
    awaitMore("pallets stored", 1);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aPulledReaderCableAndAVanishedVehicleAreAlarmsUntilBothAreBack() {
    inject(FaultKind.READER_CABLE, "reader-X1", 8);
    inject(FaultKind.VEHICLE_VANISH, "AGV-02", 12);
    await().atMost(SOON).until(() -> active(AlarmType.READER_SILENT, "reader-X1"));
    await().atMost(SOON).until(() -> stateOf("AGV-02") == VehicleState.UNKNOWN);
    await().atMost(SOON).until(() -> active(AlarmType.VEHICLE_OFFLINE, "AGV-02"));
    await().atMost(SOON).until(() -> !active(AlarmType.READER_SILENT, "reader-X1"));
    await().atMost(SOON).until(() -> !active(AlarmType.VEHICLE_OFFLINE, "AGV-02"));
    await().atMost(SOON).until(() -> stateOf("AGV-02") != VehicleState.UNKNOWN);
    awaitMore("transports done", 2);
    assertEverythingHolds();
  }

  @Test
  void aLostLoadHoldsItsVehicleUntilAPersonSaysWhereItWasPut() {
    Transport lost = loseALoad();
    String vehicle = lost.vehicle().orElseThrow().value();
    await().atMost(SOON).until(() -> active(AlarmType.VEHICLE_ERROR, vehicle));
    await("it stands")
        .atMost(SOON)
        .until(
            () ->
                helper
                    .recover(vehicle, Map.of("aboard", "nothing", "fate", "giveToAnother"))
                    .code()
                    .equals("recovery-load-was-fetched"));
    assertThat(helper.look(vehicle).json().path("booked").get(0).asString())
        .isEqualTo(lost.unit().digits());
    Map<String, String> put =
        Map.of("aboard", "nothing", "fate", "delivered", "putAt", lost.to().value());
    refuses(with(put, "fate", "carryOn"), vehicle, "fate", "recovery-load-not-aboard");
    refuses(with(put, "node", "NOWHERE"), vehicle, "node", "recovery-no-such-node");
    refuses(with(put, "putAt", "NOWHERE"), vehicle, "putAt", "recovery-no-location");
    refuses(with(put, "aboard", "unknown"), vehicle, "aboard", "recovery-vehicle-says-empty");
    helper.recovered(vehicle, put);
    helper.awaitState(lost, TransportState.DELIVERED);
    assertThat(helper.booked(lost)).contains(lost.to());
    assertThat(helper.world().view().unit(lost.unit().digits()).orElseThrow().at())
        .as("the floor agrees with the books")
        .isEqualTo(lost.to().value());
    await().atMost(SOON).until(() -> !active(AlarmType.VEHICLE_ERROR, vehicle));
    await("it works again")
        .atMost(WORK)
        .until(() -> helper.row(vehicle).live().state() != VehicleState.ERROR);
    assertThat(helper.look(vehicle).json().path("before").get(0).path("by").asString())
        .isEqualTo("supervisor");
    assertEverythingHolds();
  }

  private Transport loseALoad() {
    return helper.carried(
        one -> {
          if (!one.to().value().startsWith("S-")) {
            return false;
          }
          String vehicle = one.vehicle().orElseThrow().value();
          inject(FaultKind.VEHICLE_LOSES_LOAD, vehicle, 1);
          return helper.world().view().unit(one.unit().digits()).orElseThrow().place()
              == UnitState.Place.GONE;
        });
  }

  private static Map<String, String> with(Map<String, String> all, String field, String value) {
    Map<String, String> changed = new HashMap<>(all);
    changed.put(field, value);
    return changed;
  }

  private void refuses(Map<String, String> found, String vehicle, String field, String code) {
    FloorHelper.refuses(helper.recover(vehicle, found), field, code);
  }

  @ParameterizedTest
  @CsvSource({
    "carryOn, 340123450000000017, 3174257BF4499602D2000000",
    "giveToAnother, 340123450000000024, 3174257BF4499602D2000001"
  })
  void aVehicleThatFetchedAnotherUnitAsksAndTheRightOneIsFetchedAfterwards(
      String fate, String stranger, String tag) {
    Transport wanted = helper.held();
    helper.world().unitRemoved(wanted.unit().digits());
    helper.world().unitPacked(new TaggedUnit(stranger, tag), wanted.from().value());
    done(helper.tell(wanted, "let-go", null));
    await("it asks")
        .atMost(WORK)
        .until(
            () ->
                helper.transport(wanted.id()).state() == TransportState.ASSIGNED
                    && "vehicle.trouble.fetchedOther"
                        .equals(helper.row(helper.vehicleOf(wanted)).why()));
    String vehicle = helper.vehicleOf(wanted);
    refuses(
        Map.of("aboard", "unit", "unit", stranger, "fate", "giveToAnother"),
        vehicle,
        "unit",
        "recovery-unit-unknown");
    helper.world().unitRemoved(stranger);
    assertThat(helper.world().unitPut(wanted.unit().digits(), wanted.from().value())).isTrue();
    helper.recovered(vehicle, Map.of("aboard", "nothing", "fate", fate));
    helper.awaitState(wanted, TransportState.DELIVERED);
    assertThat(helper.booked(wanted)).contains(wanted.to());
    assertEverythingHolds();
  }

  @Test
  void peopleSendALoadElsewhereByWayOfACallAndCloseWhatTheyPutDownThemselves() {
    Transport sent = helper.heldOnItsWayToASlot();
    String call = "L-06-16";
    done(
        helper.terms(
            sent,
            Map.of(
                "deadline",
                Instant.now().plus(Duration.ofHours(1)).toString(),
                "calls",
                List.of(Map.of("node", call, "seconds", 16)))));
    LocationId far = helper.farSlot();
    done(helper.tell(sent, "reroute", Map.of("to", far.value())));
    await("the books expect it there")
        .atMost(SOON)
        .until(() -> helper.transport(sent.id()).to().equals(far));
    assertThat(bean(Ledger.class).openMove(sent.unit()).orElseThrow().to()).isEqualTo(far);
    Transport closed = helper.heldOnItsWayToASlot();
    done(helper.tell(sent, "let-go", null));

    LocationId put = helper.farSlot();
    done(helper.tell(closed, "close", Map.of("found", "STANDS_AT", "at", put.value())));
    helper.awaitState(closed, TransportState.CANCELLED);
    assertThat(helper.booked(closed)).contains(put);
    assertThat(bean(Ledger.class).openMove(closed.unit())).isEmpty();
    assertThat(helper.world().view().unit(closed.unit().digits()).orElseThrow().at())
        .isEqualTo(put.value());

    await("it calls on its way")
        .atMost(WORK)
        .until(() -> helper.row(helper.vehicleOf(sent)).live().at().equals(call));
    assertThat(helper.transport(sent.id()).state()).isEqualTo(TransportState.PICKED_UP);
    helper.awaitState(sent, TransportState.DELIVERED);
    assertThat(helper.booked(sent)).contains(far);
    assertThat(helper.world().view().unit(sent.unit().digits()).orElseThrow().at())
        .isEqualTo(far.value());
    assertEverythingHolds();
  }

  @Test
  void peopleHoldChangeRerouteCancelAndCloseTransports() {
    Transport one = helper.held();
    FloorHelper.refuses(
        helper.change(one, "priority", Map.of("priority", 2000)), "priority", "invalid-input");
    refusesTerms(one, Map.of("vehicle", "AGV-99"), "vehicle", "transport-no-such-vehicle");
    refusesTerms(one, Map.of("after", List.of(id(one))), "after", "transport-waits-in-a-circle");
    refusesTerms(
        one,
        Map.of("calls", List.of(Map.of("node", "NOWHERE", "seconds", 5))),
        "calls",
        "transport-no-such-node");
    refusesTerms(
        one,
        Map.of("notBefore", "2030-01-02T00:00:00Z", "deadline", "2030-01-01T00:00:00Z"),
        "deadline",
        "too-early");
    for (String node : List.of("NOWHERE", "C1")) {
      FloorHelper.refuses(
          helper.tell(one, "reroute", Map.of("to", node)),
          "to",
          node.equals("C1") ? "transport-no-place-for-loads" : "transport-no-such-node");
    }
    FloorHelper.refuses(helper.tell(one, "close", Map.of("found", "DELIVERED")), "at", "required");
    assertThat(helper.tell(one, "close", Map.of("found", "ON_VEHICLE")).code())
        .isEqualTo("transport-load-not-aboard");
    helper.awaitWhy(one, "transport.waits.onHold");
    done(helper.terms(one, Map.of("notBefore", "2099-01-01T00:00:00Z")));
    done(helper.tell(one, "let-go", null));
    helper.awaitWhy(one, "transport.waits.notBefore");
    done(helper.tell(one, "hold", null));
    done(helper.change(one, "priority", Map.of("priority", 90)));
    done(helper.terms(one, Map.of("vehicle", "AGV-03")));
    Transport behind = helper.held();
    done(helper.terms(behind, Map.of("after", List.of(id(one)))));
    done(helper.tell(behind, "let-go", null));
    helper.awaitWhy(behind, "transport.waits.after");
    done(helper.tell(one, "let-go", null));
    helper.awaitState(one, TransportState.DELIVERED);
    assertThat(helper.transport(one.id()).vehicle().orElseThrow().value()).isEqualTo("AGV-03");
    assertThat(helper.transport(behind.id()).pickedUpAt().orElse(Instant.MAX))
        .isAfter(helper.transport(one.id()).deliveredAt().orElseThrow());
    Transport given = helper.held();
    done(helper.tell(given, "cancel", null));
    assertThat(helper.transport(given.id()).state()).isEqualTo(TransportState.CANCELLED);
    Transport aboard =
        helper.carried(
            any ->
                any.from().value().startsWith("S-")
                    && helper.tell(any, "cancel", null).status() == 200);
    helper.awaitState(aboard, TransportState.CANCELLED);
    assertThat(helper.booked(aboard)).contains(aboard.from());
    assertEverythingHolds();
  }

  private static String id(Transport transport) {
    return transport.id().value();
  }

  private static void done(Browser.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void refusesTerms(
      Transport transport, Map<String, Object> terms, String field, String code) {
    FloorHelper.refuses(helper.terms(transport, terms), field, code);
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
