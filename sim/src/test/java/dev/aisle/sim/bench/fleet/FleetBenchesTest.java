package dev.aisle.sim.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetBenchesTest {
  private static final Map<String, String> SMALL =
      Map.of("layout", "dead-ends", "vehicles", "4", "transports", "2", "runs", "2");

  @TempDir Path dir;

  @Test
  void runsAreCountedByFloor() throws Exception {
    Map<String, Object> figures = new DeadlockBench().run(SMALL, line -> {});
    assertThat(figures)
        .containsEntry("ok", true)
        .containsEntry("runs", 2)
        .containsEntry("collisions", 0)
        .containsEntry("deadlocks", 0)
        .containsEntry("unendedTransports", 0);
  }

  @Test
  void aRunIsRepeatedAloneWithATrace() throws Exception {
    Path trace = dir.resolve("trace");
    Map<String, String> alone =
        Map.of(
            "layout",
            "dead-ends",
            "vehicles",
            "4",
            "transports",
            "1",
            "runs",
            "1",
            "seed",
            "7",
            "trace",
            trace.toString());
    new DeadlockBench().run(alone, line -> {});
    assertThat(Files.readAllLines(trace)).anyMatch(line -> line.contains("is sent"));
  }

  @Test
  void greedyReservationLocksUpWhereTheDispatcherDelivers() throws Exception {
    Map<String, String> headOn =
        Map.of("layout", "head-on", "vehicles", "8", "transports", "8", "runs", "1", "seed", "4");
    assertThat(new DeadlockBench().run(headOn, line -> {})).containsEntry("ok", true);
    Map<String, String> greedy = new HashMap<>(headOn);
    greedy.put("controller", "greedy");
    List<String> told = new ArrayList<>();
    assertThat(new DeadlockBench().run(greedy, told::add)).containsEntry("deadlocks", 1);
    assertThat(told).anyMatch(line -> line.contains("waits for"));
  }

  @Test
  void everyVersionBringsItsLoads() {
    Map<String, Object> figures =
        new DialectsBench().run(Map.of("minutes", "1", "vehicles", "3"), line -> {});
    assertThat(figures).containsEntry("why", List.of());
  }

  @Test
  void slowDownsAndTheClockAreMeasured() {
    assertThat(
            new DelayBench()
                .run(
                    Map.of("layout", "dead-ends", "vehicles", "3", "seeds", "1", "minutes", "2"),
                    line -> {}))
        .containsKeys("ok", "figures");
    assertThat(
            new FleetBench()
                .run(Map.of("layout", "dead-ends", "vehicles", "3", "seconds", "10"), line -> {}))
        .containsKeys("ok", "figures", "steps");
  }

  @Test
  void anUnknownFloorIsRefusedWithTheOnesThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeadlockBench().run(Map.of("layout", "maze"), line -> {}))
        .withMessageContaining("full-ring");
  }
}
