package dev.aisle.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeviceSupervisorTest {
  @Test
  void everyDeviceIsOpenedListedAndClosed() {
    Toy one = new Toy("one", Mood.WELL);
    Toy two = new Toy("two", Mood.GONE);
    try (DeviceSupervisor all = new DeviceSupervisor()) {
      all.add(one);
      all.open();
      all.add(two);
      await().until(() -> all.health("one").orElseThrow().link() == LinkState.UP);
      await().until(() -> all.health("two").orElseThrow().link() == LinkState.DOWN);
      assertThat(all.healths()).extracting(DeviceHealth::device).containsExactly("one", "two");
      assertThat(all.health("three")).isEmpty();
      assertThatThrownBy(() -> all.add(one)).hasMessageContaining("two devices are called one");
      assertThat(all.remove("two")).isTrue();
      assertThat(all.remove("two")).isFalse();
    }
    assertThat(one.health().trouble()).contains("closed");
  }

  @Test
  void theTestButtonProvesADeviceOrSaysWhyNot() {
    try (DeviceSupervisor all = new DeviceSupervisor()) {
      all.add(new Toy("well", Mood.WELL));
      all.add(new Toy("gone", Mood.GONE));
      all.open();
      await().until(() -> all.health("gone").orElseThrow().link() == LinkState.DOWN);
      assertThat(all.probe("well")).isInstanceOf(ProbeResult.Works.class);
      assertThat(all.probe("gone"))
          .isInstanceOfSatisfying(
              ProbeResult.Fails.class, fails -> assertThat(fails.why()).isEqualTo("not there"));
      assertThat(all.probe("nobody")).isEqualTo(new ProbeResult.Unknown());
    }
  }

  @Test
  void aHangingDeviceSlowsNoOtherAndManyOfThemCloseInTheTimeOfOne() {
    DeviceSupervisor all = new DeviceSupervisor();
    Toy well = new Toy("well", Mood.WELL);
    all.add(well);
    for (int i = 0; i < 8; i++) {
      all.add(new Toy("hangs-" + i, Mood.HANGING));
    }
    all.open();
    await().until(() -> well.health().exchanges() > 50);
    assertThat(all.probe("well").took()).isLessThan(Duration.ofSeconds(1));
    long start = System.nanoTime();
    all.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    assertThatThrownBy(() -> all.add(new Toy("late", Mood.WELL)))
        .isInstanceOf(IllegalStateException.class);
  }

  private enum Mood {
    WELL,
    GONE,
    HANGING
  }

  /** A device that is well, is gone, or hangs so that not even an interrupt wakes it. */
  private static final class Toy implements LineDevice {
    private final String name;
    private final HealthMeter health;
    private final DeviceLine line;

    Toy(String name, Mood mood) {
      this.name = name;
      health = new HealthMeter(name, Clock.systemUTC());
      line = new DeviceLine(name, new Inside(mood, health), health, BackOff.quick(1));
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void open() {
      line.open();
    }

    @Override
    public DeviceHealth health() {
      return health.read();
    }

    @Override
    public void close() {
      line.close();
    }
  }

  private record Inside(Mood mood, HealthMeter health) implements DeviceWork {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @Override
    public void open() throws IOException {
      if (mood == Mood.GONE) {
        throw new IOException("not there");
      }
    }

    @Override
    public void round() throws InterruptedException {
      long start = System.nanoTime();
      while (mood == Mood.HANGING && System.nanoTime() - start < 8_000_000_000L) {
        hang();
      }
      health.exchanged();
      Thread.sleep(2);
    }

    private static void hang() {
      try {
        if (NEVER.await(1, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nobody counts it down");
        }
      } catch (InterruptedException e) {
        // The point of this toy: it does not listen.
        return;
      }
    }

    @Override
    public void close() {}
  }
}
