package dev.aisle.agv.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold whatever happens on the floor; checked at every tick by the virtual floor. */
class FleetPropertyTest {
  /** The two at the end have found faults once. */
  static LongStream seeds() {
    return LongStream.concat(
        LongStream.rangeClosed(1, Long.getLong("aisle.seeds", 15)), LongStream.of(24, 39));
  }

  static LongStream fewSeeds() {
    return LongStream.rangeClosed(1, 3);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aWarehouseKeepsDeliveringWhateverGoesWrong(long seed) {
    run(Floors.warehouse(), Faults.ROUGH, seed, 40, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void vehiclesOnASingleLaneStepAsideForEachOther(long seed) {
    run(Floors.singleLane(), Faults.ROUGH, seed, 15, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void whatTheNetworkLosesIsSentAgain(long seed) {
    run(Floors.warehouse(), Faults.LOSSY, seed, 20, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCrowdedRingNeverLocksUp(long seed) {
    run(Floors.ring(), Faults.ROUGH, seed, 25, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void vehiclesThatForgetTheirOrdersAreSentAnew(long seed) {
    run(Floors.warehouse(), Faults.FORGETFUL, seed, 25, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void lanesMayBeClosedAndOpenedAtAnyTime(long seed) {
    Floors.Floor floor = Floors.warehouse();
    LanesComeAndGo controller = new LanesComeAndGo(floor, seed);
    new VirtualFloor(floor, controller, Faults.ROUGH, seed).deliver(25, 120);
    assertThat(controller.closings).isGreaterThan(10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whoForgetsItsOrderBetweenNodesKeepsTheLaneUntilItHasLeftIt(long seed) {
    Floors.Floor floor = Floors.warehouse();
    LanesComeAndGo controller = new LanesComeAndGo(floor, seed);
    new VirtualFloor(floor, controller, Faults.FORGETFUL, seed).deliver(25, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void doorsMayFailAtAnyTimeAndNobodyDrivesIntoOne(long seed) {
    Floors.Floor floor = Floors.warehouse();
    DoorsThatFail controller = new DoorsThatFail(floor, seed, "A1", "A6", "B5", "R3-2", "R7-3");
    new VirtualFloor(floor, controller, Faults.ROUGH, seed).deliver(25, 120);
    assertThat(controller.passed).isGreaterThan(10);
    assertThat(controller.failed).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void liftsMayFailAtAnyTimeAndNobodyDrivesIntoAShaft(long seed) {
    Floors.Floor floor = Floors.threeLevels();
    LiftsThatFail controller = new LiftsThatFail(floor, seed);
    new VirtualFloor(floor, controller, Faults.ROUGH, seed).deliver(25, 120);
    assertThat(controller.rides).isGreaterThan(5);
    assertThat(controller.failed).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void nothingIsSetDownThatItsGateHasNotReadAndNobodyWaitsForever(long seed) {
    Floors.Floor floor = Floors.warehouse();
    GatesThatErr controller = new GatesThatErr(floor, seed);
    new VirtualFloor(floor, controller, Faults.ROUGH, seed).deliver(25, 120);
    assertThat(controller.checked).isGreaterThan(5);
    assertThat(controller.asked).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void stationsMayFailAtAnyTimeAndNothingIsHandedOverToOneThatMoves(long seed) {
    Floors.Floor floor = Floors.warehouse();
    StationsThatSulk controller = new StationsThatSulk(floor, seed);
    VirtualFloor virtual = new VirtualFloor(floor, controller, Faults.ROUGH, seed);
    controller.standOn(virtual::isLoaded);
    virtual.deliver(25, 120);
    assertThat(controller.handedOver).isGreaterThan(5);
    assertThat(controller.troubles).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void aDispatcherThatReleasesWhateverIsFreeLocksUp(long seed) {
    Floors.Floor floor = Floors.singleLane();
    VirtualFloor virtual = new VirtualFloor(floor, new GreedyDispatcher(floor), Faults.NONE, seed);
    assertThatThrownBy(() -> virtual.deliver(15, 120))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("delivered in time");
  }

  @Test
  void theSameOneDoesWellWithASingleVehicle() {
    Floors.Floor floor = Floors.singleLane().withVehicles(1);
    new VirtualFloor(floor, new GreedyDispatcher(floor), Faults.NONE, 1).deliver(10, 120);
  }

  private static void run(
      Floors.Floor floor, Faults faults, long seed, int transports, long minutes) {
    VirtualFloor virtual = new VirtualFloor(floor, new DispatcherUnderTest(floor), faults, seed);
    virtual.deliver(transports, minutes);
  }
}
