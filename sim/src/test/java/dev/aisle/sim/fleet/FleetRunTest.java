package dev.aisle.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.sim.fleet.control.FleetController;
import dev.aisle.sim.fleet.control.JournaledDispatcher;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.floors.FleetLayout;
import dev.aisle.sim.fleet.watch.Standstill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FleetRunTest {
  private static final FleetWork SOME = new FleetWork(3, 3, Duration.ofHours(2));

  @Test
  void aRoughDayEndsWithEveryLoadWhereItShallBe() {
    RunOutcome outcome = run(FleetLayout.DEAD_ENDS, 1, new ArrayList<>());
    assertThat(outcome.isFlawless()).as("%s", outcome).isTrue();
    assertThat(outcome.delivered()).isEqualTo(3);
    assertThat(outcome.lost()).isPositive();
  }

  @Test
  void whatOnlyPeoplePutRightEndsToo() {
    List<String> trace = new ArrayList<>();
    for (long seed = 1; seed <= 6; seed++) {
      FleetFloor floor = FleetLayout.CROSSING.of(12);
      RunOutcome outcome =
          new FleetRun(
                  floor,
                  new JournaledDispatcher(floor),
                  Disturbance.WITH_PEOPLE,
                  new FleetWork(16, 8, Duration.ofHours(2)),
                  seed,
                  () -> 0,
                  trace::add)
              .run();
      assertThat(outcome.isFlawless()).as("%s", outcome).isTrue();
      assertThat(outcome.delivered()).isEqualTo(16);
    }
    assertThat(trace).anyMatch(line -> line.contains("a person puts the load"));
    assertThat(trace).anyMatch(line -> line.contains("is carried home"));
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    run(FleetLayout.DEAD_ENDS, 2, first);
    run(FleetLayout.DEAD_ENDS, 2, second);
    assertThat(first).isNotEmpty().isEqualTo(second);
  }

  @ParameterizedTest
  @EnumSource
  void everyFloorIsWellFormed(FleetLayout layout) {
    FleetFloor floor = layout.of(20);
    assertThat(
            floor.map().validate(floor.described().stream().map(one -> one.footprint()).toList()))
        .isEmpty();
    assertThat(floor.members()).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void twoThatAreSentThroughEachOtherAreSeenToTouch() {
    FleetFloor floor = FleetLayout.HEAD_ON.of(4);
    RunOutcome outcome =
        new FleetRun(
                floor,
                new Blind(floor),
                Disturbance.NONE,
                FleetWork.during(Duration.ofMinutes(10), 1),
                1,
                () -> 0,
                line -> {})
            .run();
    assertThat(outcome.collisions()).isNotEmpty();
  }

  @Test
  void nobodyWhoIsToldNothingIsSeenAsAStandstill() {
    FleetFloor floor = FleetLayout.CROSSING.of(20);
    RunOutcome outcome =
        new FleetRun(floor, new Idle(), Disturbance.NONE, SOME, 1, () -> 0, line -> {}).run();
    assertThat(outcome.standstill()).map(Standstill::kind).hasValue(Standstill.Kind.ALL_STAND);
    assertThat(outcome.isFlawless()).isFalse();
  }

  private static RunOutcome run(FleetLayout layout, long seed, List<String> trace) {
    FleetFloor floor = layout.of(6);
    return new FleetRun(
            floor,
            new JournaledDispatcher(floor),
            Disturbance.ROUGH,
            SOME,
            seed,
            () -> 0,
            trace::add)
        .run();
  }

  /** Sends nobody anywhere. */
  private static class Idle implements FleetController {
    @Override
    public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
      return List.of();
    }

    @Override
    public void restart() {
      throw new UnsupportedOperationException("it remembers nothing");
    }

    @Override
    public Map<VehicleId, Waiting> waits(Instant now) {
      return Map.of();
    }

    @Override
    public List<String> told(Instant now) {
      return List.of();
    }
  }

  /** Sends two towards each other, and right past. */
  private static final class Blind extends Idle {
    private final FleetFloor floor;
    private boolean sent;

    Blind(FleetFloor floor) {
      this.floor = floor;
    }

    @Override
    public List<DispatchOutput> step(Instant now, List<DispatchInput> inputs) {
      if (sent) {
        return List.of();
      }
      sent = true;
      int length =
          (int) floor.map().nodes().stream().filter(node -> node.id().matches("L\\d+")).count();
      List<String> east = new ArrayList<>(List.of(floor.members().get(0).home()));
      List<String> west = new ArrayList<>(List.of(floor.members().get(1).home()));
      for (int i = 0; i < length; i++) {
        east.add("L" + i);
        west.add("L" + (length - 1 - i));
      }
      return List.of(drive(0, east), drive(1, west));
    }

    private DispatchOutput drive(int vehicle, List<String> way) {
      VehicleId id = floor.members().get(vehicle).vehicle().id();
      List<VehicleOrder.Node> nodes = new ArrayList<>();
      List<VehicleOrder.Edge> edges = new ArrayList<>();
      for (int i = 0; i < way.size(); i++) {
        var place = floor.map().node(way.get(i));
        nodes.add(
            new VehicleOrder.Node(
                place.id(), 2 * i, true, place.xM(), place.yM(), 0.3, "hall", List.of()));
        if (i > 0) {
          edges.add(
              new VehicleOrder.Edge(
                  "E" + i, 2 * i - 1, true, way.get(i - 1), way.get(i), Optional.empty()));
        }
      }
      return new DispatchOutput.SendOrder(new VehicleOrder(id, id + "-1", 0, nodes, edges));
    }
  }
}
