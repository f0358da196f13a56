package dev.aisle.sim.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.sim.world.Floor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R069: simulated vehicles take, refuse and report as their version of VDA 5050 has it. */
class VehicleVersionsTest {
  private static final VehicleId ID = new VehicleId("AGV-01");

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsSaidInTheWordsOfItsVersionAndNamesTheOrder(Version version) {
    Vehicle vehicle = vehicle(version, 6);
    vehicle.receive(order("O-1", 0, 4, List.of()));
    assertThat(refusal(vehicle, order("O-2", 0, 1, List.of())))
        .isEqualTo(words(version, "orderUpdateError", "OTHER_ORDER_ACTIVE"));
    assertThat(refusal(vehicle, order("O-1", 3, 2, List.of())))
        .as("does not begin at the end of the base")
        .isEqualTo(words(version, "orderUpdateError", "VALIDATION_FAILURE"));
    assertThat(refusal(vehicle(version, 6), order("O-3", 0, 9, List.of())))
        .as("too long")
        .isEqualTo(words(version, "orderError", "INSUFFICIENT_MEMORY"));
    assertThat(refusal(vehicle(version, 6), order("O-4", 0, 1, List.of(action("dance")))))
        .isEqualTo(words(version, "orderError", "INVALID_ORDER_ACTION"));
    assertThat(refusal(vehicle(version, 6), from(order("O-5", 0, 1, List.of()), 9)))
        .isEqualTo(words(version, "noRouteError", "START_NODE_OUT_OF_RANGE"));
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateAfterACancelIsRefused(Version version) {
    Vehicle vehicle = vehicle(version, 0);
    vehicle.receive(order("O-1", 0, 2, List.of()));
    vehicle.receive(new InstantAction(ID, "c", "cancelOrder", Map.of()));
    run(vehicle, 30);
    assertThat(refusal(vehicle, order("O-1", 1, 1, List.of())))
        .isEqualTo(words(version, "orderUpdateError", "ORDER_UPDATE_FOLLOWING_CANCEL"));
    vehicle.receive(new InstantAction(ID, "c2", "cancelOrder", Map.of()));
    assertThat(state(vehicle).errors())
        .extracting(VehicleError::type)
        .contains(words(version, "noOrderToCancel", "NO_ORDER_TO_CANCEL"));
  }

  @ParameterizedTest
  @EnumSource
  void theSameUpdateWithOtherContentIsNoticedOnlySinceTheThirdVersion(Version version) {
    Vehicle vehicle = vehicle(version, 0);
    vehicle.receive(order("O-1", 0, 4, List.of()));
    vehicle.receive(order("O-1", 0, 4, List.of()));
    assertThat(state(vehicle).errors()).isEmpty();
    vehicle.receive(order("O-1", 0, 3, List.of()));
    if (version == Version.V3_0) {
      assertThat(state(vehicle).errors())
          .extracting(VehicleError::type)
          .containsExactly("SAME_ORDER_UPDATE_ID");
    } else {
      assertThat(state(vehicle).errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAnUpdateRepeatsOfItsFirstNodeIsNeverDoneTwice(Version version) {
    Vehicle vehicle = vehicle(version, 0);
    Action uncharge = action("stopCharging");
    VehicleOrder first = order("O-1", 0, 0, List.of(uncharge));
    vehicle.receive(first);
    run(vehicle, 5);
    assertThat(state(vehicle).actionStates())
        .extracting(ActionState::status)
        .containsExactly(ActionStatus.FINISHED);
    vehicle.receive(
        new VehicleOrder(
            ID,
            "O-1",
            1,
            List.of(first.nodes().getFirst(), node(1, 2, List.of())),
            List.of(new Edge("e1", 1, true, "N0", "N1", Optional.empty()))));
    assertThat(state(vehicle).errors()).isEmpty();
    run(vehicle, 10);
    assertThat(state(vehicle).lastNodeId()).isEqualTo("N1");
    assertThat(state(vehicle).actionStates())
        .extracting(ActionState::actionId)
        .containsExactly(uncharge.actionId());
  }

  @Test
  void sinceTheThirdVersionTheFirstNodeOfAnUpdateMustBeAsItWas() {
    Vehicle vehicle = vehicle(Version.V3_0, 0);
    vehicle.receive(order("O-1", 0, 0, List.of(action("stopCharging"))));
    assertThat(refusal(vehicle, order("O-1", 1, 1, List.of()))).isEqualTo("VALIDATION_FAILURE");
    assertThat(refusal(vehicle(Version.V3_0, 0), order("O-2", 1, 1, List.of())))
        .as("a new order begins with update 0")
        .isEqualTo("VALIDATION_FAILURE");
  }

  @ParameterizedTest
  @EnumSource
  void instantActionsAreToldApartFromThoseOfTheOrderSinceTheThirdVersion(Version version) {
    Vehicle vehicle = vehicle(version, 0);
    vehicle.receive(new InstantAction(ID, "ask", "stateRequest", Map.of()));
    State state = state(vehicle);
    boolean third = version == Version.V3_0;
    assertThat(state.actionStates()).hasSize(third ? 0 : 1);
    assertThat(state.details().instantActionStates()).hasSize(third ? 1 : 0);
    assertThat(state.allActionStates()).extracting(ActionState::actionId).containsExactly("ask");
  }

  @ParameterizedTest
  @EnumSource
  void whereItMeansToDriveIsToldWithTimesSinceTheThirdVersion(Version version) {
    Vehicle vehicle = vehicle(version, 0);
    vehicle.receive(order("O-1", 0, 3, List.of()));
    assertThat(state(vehicle).details().way()).hasSize(version == Version.V3_0 ? 3 : 0);
  }

  private static String words(Version version, String until2, String since3) {
    return version == Version.V3_0 ? since3 : until2;
  }

  /** The type of the error that refers to the order, and to nothing else. */
  private static String refusal(Vehicle vehicle, VehicleOrder order) {
    vehicle.receive(order);
    Map<String, String> references =
        Map.of(
            "orderId", order.orderId(), "orderUpdateId", Integer.toString(order.orderUpdateId()));
    return state(vehicle).errors().stream()
        .filter(error -> error.references().equals(references))
        .map(VehicleError::type)
        .findFirst()
        .orElse("taken");
  }

  private static Vehicle vehicle(Version version, int mostNodes) {
    VehicleSpec plain =
        new VehicleSpec(ID, "aisle", "0001", "N0", 0, 0, "floor", 1.2, 0.8, 1.5, 0.5);
    return new Vehicle(
        plain.speaking(version, plain.speaking(version).dialect(), mostNodes),
        new FloorLoads(new Floor(List.of(), Optional.empty()), node -> true),
        Optional.empty());
  }

  private static State state(Vehicle vehicle) {
    return vehicle.report(Instant.EPOCH);
  }

  private static void run(Vehicle vehicle, double seconds) {
    for (int i = 0; i < seconds * 20; i++) {
      vehicle.step(0.05);
    }
  }

  private static Action action(String type) {
    return new Action("a-" + type, type, Blocking.HARD, Map.of());
  }

  /** From N0 over as many nodes as said, all released; the actions are at the first. */
  private static VehicleOrder order(String id, int update, int legs, List<Action> atFirst) {
    List<Node> nodes = new ArrayList<>(List.of(node(0, 0, atFirst)));
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i <= legs; i++) {
      nodes.add(node(i, 2 * i, List.of()));
      edges.add(new Edge("e" + i, 2 * i - 1, true, "N" + (i - 1), "N" + i, Optional.empty()));
    }
    return new VehicleOrder(ID, id, update, nodes, edges);
  }

  /** The same order on nodes that many places farther on. */
  private static VehicleOrder from(VehicleOrder order, int places) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < order.nodes().size(); i++) {
      nodes.add(node(i + places, 2 * i, List.of()));
      if (i > 0) {
        edges.add(
            new Edge(
                "e" + i,
                2 * i - 1,
                true,
                "N" + (i - 1 + places),
                "N" + (i + places),
                Optional.empty()));
      }
    }
    return new VehicleOrder(ID, order.orderId(), order.orderUpdateId(), nodes, edges);
  }

  private static Node node(int place, int sequence, List<Action> actions) {
    return new Node("N" + place, sequence, true, 2.0 * place, 0, 0.3, "floor", actions);
  }
}
