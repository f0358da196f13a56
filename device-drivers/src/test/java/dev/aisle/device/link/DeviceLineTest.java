package dev.aisle.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeviceLineTest {
  private final List<String> acts = new CopyOnWriteArrayList<>();
  private final HealthMeter health = new HealthMeter("device", Clock.systemUTC());

  @Test
  void pausesDoubleToTheLongestAndAreTheSameForTheSameSeed() {
    BackOff backOff = BackOff.standard(42);
    List<Duration> pauses = IntStream.rangeClosed(1, 40).mapToObj(backOff::after).toList();
    long full = 200;
    for (Duration pause : pauses) {
      assertThat(pause)
          .isBetween(Duration.ofMillis(full * 3 / 4), Duration.ofMillis(Math.min(full, 5_000)));
      full = Math.min(full * 2, 5_000);
    }
    assertThat(IntStream.rangeClosed(1, 40).mapToObj(BackOff.standard(42)::after))
        .isEqualTo(pauses);
    assertThat(IntStream.rangeClosed(1, 40).mapToObj(BackOff.standard(43)::after).toList())
        .isNotEqualTo(pauses);
  }

  @Test
  void aFailedDeviceIsClosedBeforeItIsOpenedAgain() {
    try (DeviceLine line = line(new Flaky(2))) {
      line.open();
      await().until(() -> health.read().link() == LinkState.UP);
      assertThat(acts).startsWith("open", "close", "open", "close", "open", "round");
      assertThat(health.read().errors()).isEqualTo(2);
    }
    assertThat(acts.getLast()).isEqualTo("close");
    assertThat(health.read().link()).isEqualTo(LinkState.DOWN);
  }

  @Test
  void aDriverThatThrowsIsTroubleAndNotTheEndOfItsLine() {
    DeviceWork broken =
        new DeviceWork() {
          @Override
          public void open() {}

          @Override
          public void round() {
            acts.add("round");
            if (acts.size() < 3) {
              throw new IllegalStateException("bug");
            }
          }

          @Override
          public void close() {}
        };
    try (DeviceLine line = line(broken)) {
      line.open();
      await().until(() -> acts.size() > 5);
      assertThat(health.read().errors()).isEqualTo(2);
    }
  }

  private DeviceLine line(DeviceWork work) {
    BackOff quick = new BackOff(Duration.ofMillis(5), Duration.ofMillis(20), 1);
    return new DeviceLine("device", work, health, quick);
  }

  private final class Flaky implements DeviceWork {
    private int failures;

    Flaky(int failures) {
      this.failures = failures;
    }

    @Override
    public void open() throws IOException {
      acts.add("open");
      if (failures-- > 0) {
        throw new IOException("not there");
      }
    }

    @Override
    public void round() throws InterruptedException {
      acts.add("round");
      Thread.sleep(5);
    }

    @Override
    public void close() {
      acts.add("close");
    }
  }
}
