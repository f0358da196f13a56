package dev.aisle.agv.floor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.agv.floor.Floors.Floor;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty vehicles where there is hardly a way past each other. */
class AdversarialFleetTest {
  private static final int VEHICLES = 20;

  static Stream<Arguments> floors() {
    long seeds = Long.getLong("aisle.seeds", 1);
    return Stream.of(
            AdversarialFloors.headOn(VEHICLES),
            AdversarialFloors.fullRing(VEHICLES),
            AdversarialFloors.deadEnds(VEHICLES),
            AdversarialFloors.crossings(VEHICLES))
        .flatMap(
            floor ->
                LongStream.rangeClosed(1, seeds)
                    .mapToObj(seed -> Arguments.of(floor.name(), seed, floor)));
  }

  static List<Floor> narrowFloors() {
    return List.of(
        AdversarialFloors.headOn(VEHICLES),
        AdversarialFloors.deadEnds(VEHICLES),
        AdversarialFloors.crossings(VEHICLES));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("floors")
  void everyTransportEndsAndNobodyTouches(String name, long seed, Floor floor) {
    new VirtualFloor(floor, new DispatcherUnderTest(floor), Faults.USUAL, seed).deliver(20, 240);
  }

  @Test
  void aRingWithOneFreeCellTurnsUntilEverybodyIsAtItsHomeJustBehindIt() {
    int vehicles = VEHICLES + 1;
    Floor floor = AdversarialFloors.fullRing(vehicles);
    List<String> oneOn = IntStream.rangeClosed(1, vehicles).mapToObj(n -> "N" + n).toList();
    new VirtualFloor(floor, new DispatcherUnderTest(floor), Faults.NONE, 1)
        .standing(oneOn)
        .deliver(4, 120);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("narrowFloors")
  void aDispatcherThatReleasesWhateverIsFreeLocksUp(Floor floor) {
    VirtualFloor virtual = new VirtualFloor(floor, new GreedyDispatcher(floor), Faults.NONE, 1);
    assertThatThrownBy(() -> virtual.deliver(20, 60))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("delivered in time");
  }
}
