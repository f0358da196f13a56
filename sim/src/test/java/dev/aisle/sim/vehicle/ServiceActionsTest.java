package dev.aisle.sim.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.MapState;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.vda5050.PredefinedAction;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.sim.world.Floor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * R069: actions of VDA 5050 that have nothing to do with driving, as simulated vehicles do them.
 */
class ServiceActionsTest {
  private static final VehicleId ID = new VehicleId("AGV-01");
  private static final Map<String, String> MAP =
      Map.of("mapId", "cellar", "mapVersion", "2", "mapDownloadLink", "https://maps.example/c");

  private Vehicle vehicle = vehicle(Version.V3_0);
  private int asked;

  @ParameterizedTest
  @EnumSource
  void itDoesAtOnceWhatItsVersionKnowsAndItsFactsheetSays(Version version) {
    Set<String> known = VehicleSkills.instant(version);
    for (PredefinedAction one : PredefinedAction.values()) {
      vehicle = vehicle(version);
      ActionStatus status = ask(one.type(), everyParameter(one));
      boolean can = one.isInstant() && one.isIn(version) && known.contains(one.type());
      if (one.isInstant() && !one.isIn(version)) {
        assertThat(known).as(one.type()).doesNotContain(one.type());
      }
      if (!can && !one.type().endsWith("ZoneSet")) {
        assertThat(status).as(one.type()).isEqualTo(ActionStatus.FAILED);
      }
    }
    assertThat(known.contains("downloadMap")).isEqualTo(version != Version.V2_0);
    assertThat(known.contains("startHibernation")).isEqualTo(version == Version.V3_0);
  }

  @Test
  void aMapIsLoadedEnabledAndOnlyThenKeptFromBeingDeleted() {
    assertThat(ask("downloadMap", MAP)).isEqualTo(ActionStatus.RUNNING);
    run(4);
    assertThat(maps()).contains(new MapState("cellar", "2", false));
    assertThat(ask("downloadMap", MAP)).as("it is there").isEqualTo(ActionStatus.FAILED);
    assertThat(ask("enableMap", MAP)).isEqualTo(ActionStatus.FINISHED);
    assertThat(maps()).contains(new MapState("cellar", "2", true));
    assertThat(ask("deleteMap", MAP)).as("in use").isEqualTo(ActionStatus.FAILED);
    assertThat(ask("enableMap", Map.of("mapId", "attic", "mapVersion", "1")))
        .isEqualTo(ActionStatus.FAILED);
  }

  @Test
  void whatLacksAParameterIsRefusedByItsName() {
    Map<String, String> noAddress =
        Map.of("mapId", "cellar", "mapVersion", "2", "mapDownloadLink", "next door");
    assertThat(ask("downloadMap", noAddress)).isEqualTo(ActionStatus.FAILED);
    assertThat(lastText()).contains("mapDownloadLink");
    assertThat(ask("logReport", Map.of())).isEqualTo(ActionStatus.FAILED);
    assertThat(lastText()).contains("reason");
    assertThat(ask("logReport", Map.of("reason", "it squeaks"))).isEqualTo(ActionStatus.FINISHED);
    assertThat(lastText()).isEqualTo("log-1.txt");
  }

  @Test
  void asleepItSaysSoAndHearsNothingButTheWordToWakeUp() {
    assertThat(ask("startHibernation", Map.of())).isEqualTo(ActionStatus.FINISHED);
    assertThat(vehicle.isMute()).as("it has still to say so").isFalse();
    assertThat(vehicle.takeConnectionDue()).contains(ConnectionState.HIBERNATING);
    assertThat(vehicle.isMute()).isTrue();
    vehicle.receive(order("O-1", "pick"));
    ask("logReport", Map.of("reason", "why"));
    assertThat(state().orderId()).isEmpty();
    assertThat(state().details().instantActionStates()).hasSize(1);
    assertThat(ask("stopHibernation", Map.of())).isEqualTo(ActionStatus.FINISHED);
    assertThat(vehicle.takeConnectionDue()).contains(ConnectionState.ONLINE);
    assertThat(vehicle.isMute()).isFalse();
  }

  @Test
  void itShutsDownOnlyWithoutAnOrderAndSomebodyHasToSwitchItOn() {
    vehicle.receive(order("O-1", "waitForTrigger"));
    assertThat(ask("shutdown", Map.of())).isEqualTo(ActionStatus.FAILED);
    run(1);
    ask("cancelOrder", Map.of());
    run(1);
    assertThat(ofOrder()).isEqualTo(ActionStatus.FAILED);
    assertThat(ask("shutdown", Map.of())).isEqualTo(ActionStatus.FINISHED);
    assertThat(vehicle.takeConnectionDue()).contains(ConnectionState.OFFLINE);
    ask("stopHibernation", Map.of());
    assertThat(vehicle.isMute()).isTrue();
    vehicle.recover();
    assertThat(vehicle.takeConnectionDue()).contains(ConnectionState.ONLINE);
  }

  @Test
  void itWaitsForATriggerAndGoesOn() {
    vehicle.receive(order("O-1", "waitForTrigger"));
    run(60);
    assertThat(ofOrder()).isEqualTo(ActionStatus.RUNNING);
    assertThat(ask("trigger", Map.of())).isEqualTo(ActionStatus.FINISHED);
    run(1);
    assertThat(ofOrder()).isEqualTo(ActionStatus.FINISHED);
    assertThat(ask("trigger", Map.of())).as("nothing waits").isEqualTo(ActionStatus.FAILED);
  }

  @Test
  void whatFailedIsTriedAgainOrGivenUpAsItIsTold() {
    vehicle.suffer(new VehicleFault.FailsActions(2));
    vehicle.receive(order("O-1", "detectObject"));
    run(5);
    assertThat(ofOrder()).isEqualTo(ActionStatus.RETRIABLE);
    assertThat(ask("retry", Map.of("actionId", "other"))).isEqualTo(ActionStatus.FAILED);
    ask("retry", Map.of("actionId", "a-detectObject"));
    run(5);
    assertThat(ofOrder()).as("it fails again").isEqualTo(ActionStatus.RETRIABLE);
    ask("skipRetry", Map.of("actionId", "a-detectObject"));
    assertThat(ofOrder()).isEqualTo(ActionStatus.FAILED);
  }

  @Test
  void actionsThatHaveEndedAreForgottenWhenAskedFor() {
    ask("logReport", Map.of("reason", "why"));
    ask("downloadMap", MAP);
    ask("clearInstantActions", Map.of());
    assertThat(state().details().instantActionStates())
        .extracting(ActionState::type)
        .containsExactly("downloadMap");
  }

  private static Map<String, String> everyParameter(PredefinedAction action) {
    Map<String, String> all = new HashMap<>();
    action.parameters().forEach(one -> all.put(one.key(), one.link() ? "https://a.example" : "x"));
    return all;
  }

  private ActionStatus ask(String type, Map<String, String> parameters) {
    String id = type + ++asked;
    vehicle.receive(new InstantAction(ID, id, type, parameters));
    return state().allActionStates().stream()
        .filter(one -> one.actionId().equals(id))
        .map(ActionState::status)
        .findFirst()
        .orElse(ActionStatus.WAITING);
  }

  private String lastText() {
    return state().details().instantActionStates().getLast().description();
  }

  private List<MapState> maps() {
    return state().details().maps();
  }

  private ActionStatus ofOrder() {
    return state().actionStates().getFirst().status();
  }

  private State state() {
    return vehicle.report(Instant.EPOCH);
  }

  private void run(double seconds) {
    for (int i = 0; i < seconds * 20; i++) {
      vehicle.step(0.05);
    }
  }

  private static Vehicle vehicle(Version version) {
    VehicleSpec plain =
        new VehicleSpec(ID, "aisle", "0001", "N0", 0, 0, "floor", 1.2, 0.8, 1.5, 0.5);
    return new Vehicle(
        plain.speaking(version, plain.speaking(version).dialect(), 0),
        new FloorLoads(new Floor(List.of(), Optional.empty()), node -> true),
        Optional.empty());
  }

  private static VehicleOrder order(String id, String action) {
    return new VehicleOrder(
        ID,
        id,
        0,
        List.of(
            new VehicleOrder.Node(
                "N0",
                0,
                true,
                0,
                0,
                0.3,
                "floor",
                List.of(new Action("a-" + action, action, Blocking.HARD, Map.of())))),
        List.of());
  }
}
