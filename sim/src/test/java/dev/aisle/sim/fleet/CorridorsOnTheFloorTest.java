package dev.aisle.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import dev.aisle.device.agv.VehicleOrder.ReleaseLoss;
import dev.aisle.sim.air.Weather;
import dev.aisle.sim.fleet.control.JournaledDispatcher;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.floors.FleetLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Vehicles drive around what comes into their way, within the corridors of their lanes; those of
 * 3.0 ask before. Messages are lost, and the dispatcher ends and starts again.
 */
class CorridorsOnTheFloorTest {
  private static final Disturbance IN_THE_WAY =
      new Disturbance(0.2, new Weather(0.02, 0.02, 0.02), 120, 6, 1, 1, 0, 0);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void whoLeavesItsLaneMeetsNobodyAndAllTransportsEnd(long seed) {
    List<String> trace = new ArrayList<>();
    FleetFloor floor = withCorridors(FleetLayout.HEAD_ON.of(6));
    RunOutcome outcome =
        new FleetRun(
                floor,
                new JournaledDispatcher(floor),
                IN_THE_WAY,
                new FleetWork(10, 4, Duration.ofHours(4)),
                seed,
                () -> 0,
                trace::add)
            .run();
    assertThat(outcome.isFlawless()).as("%s\n%s", outcome, last(trace)).isTrue();
    assertThat(trace).anyMatch(line -> line.contains(" corridor-") && line.endsWith(" GRANTED"));
  }

  /** On the lanes between lane nodes; a vehicle of 1.2 m by 0.8 m can get by something there. */
  private static FleetFloor withCorridors(FleetFloor floor) {
    Corridor corridor = new Corridor(1.15, 0.75, true, true, ReleaseLoss.STOP);
    Roadmap map = floor.map();
    List<Lane> lanes =
        map.lanes().stream()
            .map(
                lane ->
                    map.node(lane.from()).kind().isEndpoint()
                            || map.node(lane.to()).kind().isEndpoint()
                        ? lane
                        : new Lane(
                            lane.from(), lane.to(), lane.speedMps(), lane.way().within(corridor)))
            .toList();
    return new FleetFloor(
        floor.layout(), Roadmap.of(map.nodes(), lanes, map.blocks()), floor.members());
  }

  private static String last(List<String> trace) {
    return String.join("\n", trace.subList(Math.max(0, trace.size() - 60), trace.size()));
  }
}
