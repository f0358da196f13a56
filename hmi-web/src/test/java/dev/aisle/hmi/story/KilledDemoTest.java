package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledDemoTest {
  private static final int KILLS = 3;

  /** One is enough, but not where many processes share few processors. */
  private static final int RUNS_AFTER = 4;

  private static final String SPEED = "8";

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = 20261121)
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void threeKillsAtAnyMomentLoseNoOrderAndBreakNoInvariant(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Path data = folder.resolve("data");
    for (int kill = 1; kill <= KILLS; kill++) {
      try (DemoProcess demo = DemoProcess.start(data, "--speed", SPEED)) {
        demo.awaitReady();
        TimeUnit.MILLISECONDS.sleep(random.nextLong(5_000, 25_000));
        demo.kill();
      }
    }
    long shippedBefore;
    try (DemoProcess demo = DemoProcess.start(data, "--speed", SPEED, "--seconds", "15")) {
      assertThat(demo.exitCode(Duration.ofMinutes(3))).as(demo.output()).isZero();
      shippedBefore = demo.counts().getOrDefault("orders shipped", 0L);
    }
    long shipped = shippedBefore;
    for (int run = 1; run <= RUNS_AFTER && shipped <= shippedBefore; run++) {
      try (DemoProcess demo = DemoProcess.start(data, "--speed", SPEED, "--seconds", "50")) {
        int exitCode = demo.exitCode(Duration.ofMinutes(4));
        Map<String, Long> counts = demo.counts();
        assertThat(exitCode).as(demo.output()).isZero();
        assertThat(demo.output()).doesNotContain("BROKEN");
        assertThat(counts.get("orders entered")).as(demo.output()).isGreaterThanOrEqualTo(200);
        shipped = counts.get("orders shipped");
      }
    }
    assertThat(shipped).as("work goes on after the kills").isGreaterThan(shippedBefore);
  }
}
