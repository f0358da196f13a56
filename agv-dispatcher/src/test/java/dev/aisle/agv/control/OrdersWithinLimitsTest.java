package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.Limits;
import dev.aisle.device.agv.VehicleCapabilities.Motion;
import dev.aisle.device.agv.VehicleCapabilities.Scope;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import dev.aisle.device.agv.VehicleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders keep to what the vehicle's factsheet says it can hold and do. */
class OrdersWithinLimitsTest {
  private static final VehicleCapabilities UNKNOWN = VehicleCapabilities.UNKNOWN;

  @Test
  void aLaneThatIsDrivenBackwardsIsToldSo() {
    List<Lane> lanes = new ArrayList<>(Desk.MAP.lanes());
    lanes.replaceAll(
        lane ->
            lane.id().equals("B>C")
                ? new Lane("B", "C", 1, LaneWay.PLAIN.looking(LaneWay.Heading.BACKWARDS))
                : lane);
    Desk desk = new Desk(Roadmap.of(Desk.MAP.nodes(), lanes, List.of()), ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    assertThat(desk.lastOrder().edges())
        .filteredOn(edge -> edge.passage().heading().isPresent())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.edgeId()).isEqualTo("B-C");
              assertThat(edge.passage().heading())
                  .hasValue(new VehicleOrder.Heading(Math.PI, true));
            });
  }

  @Test
  void corridorsAndCurvesAreToldToThoseThatKnowThem() {
    Corridor corridor = new Corridor(1, 0.5, true, true, VehicleOrder.ReleaseLoss.STOP);
    Curve curve = Curve.over(List.of(new Point(4, 0), new Point(4.5, 2), new Point(4, 4)));
    List<Lane> lanes = new ArrayList<>(Desk.MAP.lanes());
    lanes.replaceAll(
        lane ->
            lane.id().equals("B>C")
                ? new Lane("B", "C", 1, LaneWay.PLAIN.within(corridor).along(curve))
                : lane);
    Desk desk = new Desk(Roadmap.of(Desk.MAP.nodes(), lanes, List.of()), ONE);
    Map<String, Boolean> known =
        Map.of("order.edges.corridor", false, "order.edges.trajectory", false);
    for (Map<String, Boolean> parameters : List.of(Map.<String, Boolean>of(), known)) {
      tell(desk, knowing(parameters));
      desk.says(ONE).at("H1", 0).send();
      desk.submit(request("T" + parameters.size(), "D1", "S1"));
      VehicleOrder.Passage told =
          desk.lastOrder().edges().stream()
              .filter(edge -> edge.edgeId().equals("B-C"))
              .findFirst()
              .orElseThrow()
              .passage();
      assertThat(told.corridor().isPresent()).isEqualTo(!parameters.isEmpty());
      assertThat(told.trajectory().isPresent()).isEqualTo(!parameters.isEmpty());
      if (!parameters.isEmpty()) {
        assertThat(told.corridor()).hasValue(corridor);
        assertThat(told.trajectory().orElseThrow().points())
            .contains(new VehicleOrder.ControlPoint(4.5, 2, 1));
      }
      desk = new Desk(Roadmap.of(Desk.MAP.nodes(), lanes, List.of()), ONE);
    }
  }

  @Test
  void noOrderHasMoreNodesThanTheVehicleCanHoldAndTheTransportStillEnds() {
    Desk desk = atWork(with(Map.of("order.nodes", 3, "order.edges", 2), 0, 0, false), List.of());
    desk.obey(ONE);
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
    assertThat(desk.orders).allMatch(order -> order.nodes().size() <= 3);
    assertThat(desk.orders).anyMatch(order -> order.orderUpdateId() > 0);
  }

  @Test
  void noMoreNodesAreAheadOfAVehicleThanItsStateCanTell() {
    Desk desk = atWork(with(Map.of("state.nodeStates", 2), 0, 0, false), List.of());
    assertThat(desk.lastOrder().nodes()).hasSize(3);
    desk.obey(ONE);
    assertThat(desk.orders).allMatch(order -> order.nodes().size() <= 3);
  }

  @Test
  void anUpdateBeginsWithTheNodeAsItWasToldBefore() {
    Desk desk = atWork(with(Map.of("order.nodes", 2), 0, 0, false), List.of());
    desk.obey(ONE);
    VehicleOrder update =
        desk.orders.stream().filter(one -> one.orderUpdateId() > 0).findFirst().orElseThrow();
    VehicleOrder before =
        desk.orders.stream()
            .filter(
                one ->
                    one.orderId().equals(update.orderId())
                        && one.orderUpdateId() == update.orderUpdateId() - 1)
            .findFirst()
            .orElseThrow();
    assertThat(update.nodes().getFirst()).isEqualTo(Desk.end(before));
  }

  @Test
  void aVehicleThatCannotFetchGetsNoTransportAndTheReasonIsTold() {
    Desk desk = atWork(UNKNOWN.limits(), List.of(skill("startCharging", Set.of(), Map.of())));
    assertThat(desk.orders).isEmpty();
    assertThat(desk.transport("T1").whyNotYet().orElseThrow().key())
        .isEqualTo("transport.waits.unable");
  }

  @Test
  void actionsBlockAsTheVehicleAcceptsAndCarryTheParametersItKnows() {
    Desk desk =
        atWork(
            UNKNOWN.limits(),
            List.of(
                skill("pick", Set.of(Blocking.SOFT, Blocking.NONE), Map.of("stationType", true)),
                skill("drop", Set.of(), Map.of())));
    VehicleOrder.Action pick = lastAction(desk);
    assertThat(pick.blocking()).isEqualTo(Blocking.SOFT);
    assertThat(pick.parameters()).containsOnlyKeys("stationType");
  }

  @Test
  void noEdgeIsFasterThanTheVehicleSaysItCanDrive() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    tell(
        desk,
        new VehicleCapabilities(
            "",
            "",
            "",
            Optional.empty(),
            new Motion(Optional.of(0.4), Optional.empty(), Optional.empty(), Optional.empty()),
            UNKNOWN.size(),
            Limits.NONE,
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Set.of()));
    desk.submit(request("T1", "D1", "S1"));
    assertThat(desk.lastOrder().edges())
        .isNotEmpty()
        .allMatch(edge -> edge.maxSpeedMps().orElseThrow() <= 0.4);
  }

  @Test
  void ordersOfOneVehicleKeepTheDistanceItAsksFor() {
    Desk desk = atWork(with(Map.of(), 5, 0, false), List.of());
    VehicleOrder first = desk.lastOrder();
    desk.says(ONE).follows(first).at("B", 4).send();
    desk.after(1).after(1).after(1);
    assertThat(desk.orders).containsExactly(first);
    desk.after(2);
    assertThat(desk.orders).hasSize(2);
  }

  @Test
  void namesFitAVehicleThatHoldsOnlyTenDigits() {
    Desk desk = atWork(with(Map.of(), 0, 10, true), List.of());
    desk.obey(ONE);
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
    assertThat(
            desk.orders.stream()
                .flatMap(
                    order ->
                        Stream.concat(
                            Stream.of(order.orderId()),
                            order.nodes().stream()
                                .flatMap(node -> node.actions().stream())
                                .map(VehicleOrder.Action::actionId))))
        .isNotEmpty()
        .allMatch(id -> id.matches("[0-9]{1,10}"));
  }

  @Test
  void aVehicleThatKnowsNoPauseIsOnlyNotSentOn() {
    Desk desk =
        atWork(
            UNKNOWN.limits(),
            List.of(skill("pick", Set.of(), Map.of()), skill("drop", Set.of(), Map.of())));
    desk.tell(new DispatchInput.Pause(ONE));
    assertThat(desk.actions).extracting(InstantAction::type).doesNotContain("startPause");
    assertThat(desk.vehicle(ONE).word()).isEqualTo(VehicleView.Word.PAUSED);
  }

  private static VehicleOrder.Action lastAction(Desk desk) {
    return desk.lastOrder().nodes().getLast().actions().getFirst();
  }

  private static Limits with(
      Map<String, Integer> lists, double intervalS, int idLength, boolean digits) {
    return new Limits(
        lists,
        Optional.empty(),
        idLength > 0 ? Optional.of(idLength) : Optional.empty(),
        digits,
        intervalS > 0 ? Optional.of(intervalS) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Skill skill(String type, Set<Blocking> blocking, Map<String, Boolean> parameters) {
    return new Skill(type, Set.of(Scope.NODE), blocking, parameters, false, false);
  }

  /** T1 is asked for after the vehicle has told its limits. */
  private static Desk atWork(Limits limits, List<Skill> skills) {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    tell(
        desk,
        new VehicleCapabilities(
            "",
            "",
            "",
            Optional.empty(),
            UNKNOWN.motion(),
            UNKNOWN.size(),
            limits,
            Map.of(),
            skills,
            List.of(),
            List.of(),
            Optional.empty(),
            Set.of()));
    return desk.submit(request("T1", "D1", "S1"));
  }

  private static VehicleCapabilities knowing(Map<String, Boolean> parameters) {
    return new VehicleCapabilities(
        "",
        "",
        "",
        Optional.empty(),
        UNKNOWN.motion(),
        UNKNOWN.size(),
        Limits.NONE,
        parameters,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of());
  }

  private static void tell(Desk desk, VehicleCapabilities can) {
    desk.tell(new DispatchInput.Report(new VehicleReport.Factsheet(ONE, desk.now, Map.of(), can)));
  }
}
