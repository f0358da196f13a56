package dev.aisle.sim.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.sim.world.Floor;
import dev.aisle.sim.world.UnitState.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VehicleFaultsTest {
  private final Floor floor = new Floor(List.of(), Optional.empty());
  private Vehicle vehicle = vehicle(VehicleTest.SPEC);

  private Vehicle vehicle(VehicleSpec spec) {
    return new Vehicle(spec, new FloorLoads(floor, node -> false), Optional.empty());
  }

  @Test
  void stoppedItBrakesSaysWhyAndGoesOnWhenTheWayIsFree() {
    drive(10);
    run(5);
    vehicle.suffer(new VehicleFault.Stops());
    run(5);
    assertThat(vehicle.body().isMoving()).isFalse();
    assertThat(state().details().fieldViolation()).isTrue();
    vehicle.recover();
    run(60);
    assertThat(state().lastNodeId()).isEqualTo("N10");
    assertThat(state().details().fieldViolation()).isFalse();
  }

  @Test
  void slowItKeepsToItsShareOfTheSpeed() {
    vehicle.suffer(new VehicleFault.Slows(0.5));
    drive(10);
    run(8);
    assertThat(vehicle.body().speedMps()).isEqualTo(0.75);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vehicle.suffer(new VehicleFault.Slows(0)));
  }

  @Test
  void slippingItComesLessFarThanItsWheelsTurn() {
    Vehicle firm = vehicle;
    drive(20);
    run(10);
    vehicle = vehicle(VehicleTest.SPEC);
    vehicle.suffer(new VehicleFault.Slips(0.3));
    drive(20);
    run(10);
    assertThat(vehicle.body().speedMps()).isGreaterThan(1);
    assertThat(vehicle.body().xM()).isLessThan(0.75 * firm.body().xM());
  }

  @Test
  void silentItDrivesOnAndSaysAllAfterwards() {
    vehicle.suffer(new VehicleFault.KeepsSilent());
    drive(3);
    assertThat(vehicle.isMute()).isTrue();
    run(60);
    vehicle.recover();
    assertThat(vehicle.isMute()).isFalse();
    assertThat(vehicle.isReportDue()).isTrue();
    assertThat(state().lastNodeId()).isEqualTo("N3");
  }

  @Test
  void whatFallsOffIsGoneAndNotReportedAnyMore() {
    floor.unitPacked(VehicleTest.PALLET, "N1");
    vehicle.receive(VehicleTest.order("O-1", 0, 0, 4, 4, Map.of(1, "pick", 4, "drop")));
    run(15);
    assertThat(state().loads()).hasSize(1);
    vehicle.suffer(new VehicleFault.LosesLoad());
    assertThat(state().loads()).isEmpty();
    assertThat(floor.units().getFirst().place()).isEqualTo(Place.GONE);
    run(30);
    assertThat(statuses()).containsExactly(ActionStatus.FINISHED, ActionStatus.FAILED);
  }

  @Test
  void withItsMemoryItGoesOnAfterAReboot() {
    drive(10);
    run(5);
    vehicle.suffer(new VehicleFault.Reboots(true));
    run(10);
    assertThat(vehicle.isMute()).isTrue();
    assertThat(vehicle.body().isMoving()).isFalse();
    run(60);
    assertThat(state().orderId()).isEqualTo("O-1");
    assertThat(state().lastNodeId()).isEqualTo("N10");
  }

  @Test
  void withoutItsMemoryItStandsAndKnowsNoOrder() {
    drive(10);
    run(5);
    String last = state().lastNodeId();
    vehicle.suffer(new VehicleFault.Reboots(false));
    vehicle.receive(VehicleTest.order("O-2", 0, 0, 2, 2, Map.of()));
    run(20);
    assertThat(vehicle.isMute()).isFalse();
    assertThat(state().orderId()).as("deaf while it starts").isEmpty();
    assertThat(state().nodeStates()).isEmpty();
    assertThat(state().lastNodeId()).isEqualTo(last);
  }

  @Test
  void toldWhereItStandsItSaysSoToo() {
    InstantAction told =
        new InstantAction(state().vehicle(), "P-1", "initPosition", Map.of("lastNodeId", "N7"));
    drive(10);
    run(5);
    vehicle.receive(told);
    assertThat(state().lastNodeId()).as("not while it drives").isNotEqualTo("N7");
    run(60);
    vehicle.receive(new InstantAction(told.vehicle(), "P-2", told.type(), told.parameters()));
    assertThat(state().lastNodeId()).isEqualTo("N7");
  }

  @Test
  void carriedAwayItKnowsWhereItIsAndTakesAnOrderFromThere() {
    drive(10);
    run(5);
    vehicle.suffer(new VehicleFault.IsCarried("N20", 40, 0));
    assertThat(state().lastNodeId()).isEqualTo("N20");
    assertThat(state().orderId()).isEmpty();
    vehicle.receive(VehicleTest.order("O-2", 0, 20, 22, 22, Map.of()));
    run(30);
    assertThat(vehicle.body().xM()).isEqualTo(44);
  }

  @Test
  void itRefusesAsOftenAsItShallAndThenTakesTheOrder() {
    vehicle.suffer(new VehicleFault.RefusesOrders(2));
    drive(3);
    drive(3);
    assertThat(state().orderId()).isEmpty();
    assertThat(state().errors()).isNotEmpty();
    drive(3);
    assertThat(state().orderId()).isEqualTo("O-1");
  }

  @Test
  void anActionThatShallFailFailsAlthoughAllIsWell() {
    floor.unitPacked(VehicleTest.PALLET, "N1");
    vehicle.suffer(new VehicleFault.FailsActions(1));
    vehicle.receive(VehicleTest.order("O-1", 0, 0, 1, 1, Map.of(1, "pick")));
    run(20);
    assertThat(statuses()).containsExactly(ActionStatus.FAILED);
    assertThat(state().loads()).isEmpty();
  }

  @Test
  void onTwoDrivenWheelsItStandsWhileItTurns() {
    vehicle =
        new Vehicle(
            VehicleTest.SPEC.moving(new Kinematics(0.7, 0.9, 1.0, 0, 8)),
            new FloorLoads(floor, node -> false),
            Optional.of(turnedBy(Math.PI / 2)));
    drive(5);
    run(1);
    assertThat(vehicle.body().xM()).isZero();
    assertThat(state().driving()).as("turning is driving").isTrue();
    assertThat(vehicle.body().thetaRad()).isCloseTo(Math.PI / 2 - 1.0, within(0.06));
    run(30);
    assertThat(state().lastNodeId()).isEqualTo("N5");
    assertThat(Math.abs(vehicle.body().thetaRad())).isLessThan(0.02);
  }

  private static VehicleState turnedBy(double thetaRad) {
    return new VehicleState(
        VehicleTest.SPEC.id().value(),
        new Body(0, 0, thetaRad, 0, 90, false, ""),
        OrderState.none("N0"),
        false,
        false,
        NodeActions.NOT_BEGUN,
        null,
        null);
  }

  private void drive(int to) {
    vehicle.receive(VehicleTest.order("O-1", 0, 0, to, to, Map.of()));
  }

  private List<ActionStatus> statuses() {
    return state().actionStates().stream().map(ActionState::status).toList();
  }

  private State state() {
    return vehicle.report(Instant.EPOCH);
  }

  private void run(double seconds) {
    for (int i = 0; i < seconds * 20; i++) {
      vehicle.step(0.05);
    }
  }
}
