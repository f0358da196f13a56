package dev.aisle.agv.floor;

import dev.aisle.agv.floor.Floors.Floor;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People put vehicles down where they like; the dispatcher must get them past each other. */
class PutDownAnywhereTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("aisle.seeds", 6));
  }

  @Test
  void oneBacksOffWhenTwoStandHeadToHeadEachBeforeTheOthersHome() {
    Floor floor = Floors.singleLane().withVehicles(2);
    new VirtualFloor(floor, new DispatcherUnderTest(floor), Faults.NONE, 1)
        .standing(List.of("L4", "L3"))
        .deliver(6, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onASingleLaneSomebodyAlwaysMovesAside(long seed) {
    run(Floors.singleLane(), Faults.ROUGH, seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void inAndAroundARingTheyComeHome(long seed) {
    run(Floors.ring(), Faults.USUAL, seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void inATreeOfDeadEndsTheyPassEachOther(long seed) {
    run(AdversarialFloors.deadEnds(8), Faults.USUAL, seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onALaneBetweenTwoHallsTheyPassEachOther(long seed) {
    run(AdversarialFloors.headOn(8), Faults.USUAL, seed);
  }

  private static void run(Floor floor, Faults faults, long seed) {
    new VirtualFloor(floor, new DispatcherUnderTest(floor), faults, seed)
        .standing(anywhere(floor, new Random(seed)))
        .deliver(8, 120);
  }

  /** Lane nodes and homes, also those of others. */
  private static List<String> anywhere(Floor floor, Random random) {
    List<String> places =
        new ArrayList<>(
            floor.map().nodes().stream()
                .filter(node -> node.kind() == NodeKind.LANE || node.kind().isHome())
                .map(Node::id)
                .toList());
    Collections.shuffle(places, random);
    return places;
  }
}
