package dev.aisle.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.roadmap.geometry.Polygon;
import dev.aisle.device.agv.StateDetails.Grant;
import dev.aisle.device.agv.ZoneSet.Loss;
import dev.aisle.device.agv.ZoneSet.Rule;
import dev.aisle.sim.fleet.control.JournaledDispatcher;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.floors.FleetLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Vehicles of all versions share floors with zones for one: those of 3.0 are told the zones and ask
 * before they enter, the others know nothing of them. Messages are lost and late, vehicles stop,
 * forget and fall silent, and the dispatcher ends and starts again.
 */
class ZonesOnTheFloorTest {
  private static final int VEHICLES = 6;

  static LongStream seeds() {
    return LongStream.of(1, 2, 4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverAreTwoInAZoneForOneAndAllTransportsEnd(long seed) {
    List<String> trace = new ArrayList<>();
    FleetFloor floor =
        seed % 2 == 0
            ? with(
                FleetLayout.HEAD_ON.of(VEHICLES),
                new Zone("gap", rectangle(13, -1, 23, 1), new Rule.Release(Loss.STOP)))
            : with(
                FleetLayout.CROSSING.of(VEHICLES),
                new Zone("west", rectangle(5, -1, 7, 1), new Rule.Release(Loss.EVACUATE)),
                new Zone("middle", rectangle(5, 5, 7, 9), new Rule.Release(Loss.STOP)),
                new Zone("east", rectangle(11, 5, 13, 7), new Rule.CoordinatedReplanning()));
    assertThat(floor.map().validate(floor.described().stream().map(v -> v.footprint()).toList()))
        .isEmpty();
    RunOutcome outcome =
        new FleetRun(
                floor,
                new JournaledDispatcher(floor),
                Disturbance.ROUGHEST,
                new FleetWork(10, 4, Duration.ofHours(4)),
                seed,
                () -> 0,
                trace::add)
            .run();
    assertThat(outcome.isFlawless()).as("%s\n%s", outcome, last(trace)).isTrue();
    for (Grant answer : EnumSet.of(Grant.QUEUED, Grant.GRANTED)) {
      assertThat(trace).anyMatch(line -> line.endsWith(" " + answer));
    }
  }

  private static String last(List<String> trace) {
    return String.join("\n", trace.subList(Math.max(0, trace.size() - 60), trace.size()));
  }

  private static FleetFloor with(FleetFloor floor, Zone... zones) {
    Roadmap map = floor.map();
    return new FleetFloor(
        floor.layout(),
        Roadmap.of(map.nodes(), map.lanes(), map.blocks(), List.of(zones)),
        floor.members());
  }

  private static Polygon rectangle(double left, double bottom, double right, double top) {
    return new Polygon(
        List.of(
            new Point(left, bottom),
            new Point(right, bottom),
            new Point(right, top),
            new Point(left, top)));
  }
}
