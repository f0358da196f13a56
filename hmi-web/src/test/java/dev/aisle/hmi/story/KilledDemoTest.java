package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.testing.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledDemoTest {
  private static final int KILLS = 3;
  private static final String SPEED = "8";
  private static final String SUPERVISOR = "supervisor";

  /** Where many processes share few processors; an idle machine needs half a minute. */
  private static final Duration SHIPPED_WITHIN = Duration.ofMinutes(5);

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = 20261121)
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void threeKillsAtAnyMomentLoseNoOrderAndBreakNoInvariant(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Path data = folder.resolve("data");
    String password = "";
    for (int kill = 1; kill <= KILLS; kill++) {
      try (DemoProcess demo = DemoProcess.start(data, "--speed", SPEED)) {
        demo.awaitReady();
        if (kill == 1) {
          password = demo.password(SUPERVISOR);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextLong(3_000, 18_000));
        demo.kill();
      }
    }
    try (DemoProcess demo = DemoProcess.start(data, "--speed", SPEED)) {
      demo.awaitReady();
      Browser supervisor = Browser.at(demo.port());
      assertThat(supervisor.signIn(SUPERVISOR, password).status()).isEqualTo(200);
      long before = shipped(supervisor);
      await("work goes on after the kills")
          .atMost(SHIPPED_WITHIN)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> shipped(supervisor) > before);
      assertThat(demo.endedWhenTold(Duration.ofMinutes(2))).as(demo.output()).isZero();
      assertThat(demo.output()).contains("I1   held").doesNotContain("BROKEN");
      assertThat(demo.counts().get("orders entered")).as(demo.output()).isGreaterThanOrEqualTo(200);
    }
  }

  private static long shipped(Browser supervisor) {
    return supervisor.get("/api/v1/system/summary").json().path("shipped").asLong();
  }
}
