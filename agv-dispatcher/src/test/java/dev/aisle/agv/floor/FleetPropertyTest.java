package dev.aisle.agv.floor;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold whatever happens on the floor; checked at every tick by the virtual floor. */
class FleetPropertyTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("aisle.seeds", 20));
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
  @MethodSource("seeds")
  void aCrowdedRingNeverLocksUp(long seed) {
    run(Floors.ring(), Faults.ROUGH, seed, 25, 120);
  }

  private static void run(
      Floors.Floor floor, Faults faults, long seed, int transports, long minutes) {
    VirtualFloor virtual = new VirtualFloor(floor, new DispatcherUnderTest(floor), faults, seed);
    virtual.deliver(transports, minutes);
  }
}
