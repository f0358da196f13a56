package dev.aisle.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HealthMeterTest {
  private final SetClock clock = new SetClock();
  private final HealthMeter meter = new HealthMeter("reader-D1", clock);

  @Test
  void aComplaintBetweenGoodReadsStaysOneUntilItHasNotBeenHeardForAWhile() {
    meter.up();
    int changes = 0;
    Ne107 before = meter.read().signal();
    for (int round = 0; round < 100; round++) {
      meter.check(trouble("antenna 2 is missing"));
      meter.checked();
      clock.forward(Duration.ofMillis(50));
      if (meter.read().signal() != before) {
        changes++;
        before = meter.read().signal();
      }
    }
    assertThat(changes).isEqualTo(1);
    assertThat(meter.read().signal()).isEqualTo(Ne107.CHECK);
    assertThat(meter.read().trouble()).contains("antenna 2 is missing");
    clock.forward(HealthMeter.COMPLAINT_HELD);
    meter.checked();
    assertThat(meter.read().signal()).isEqualTo(Ne107.OK);
    assertThat(meter.read().trouble()).isEmpty();
  }

  @Test
  void aLesserComplaintDoesNotHideAGreaterOne() {
    meter.up();
    meter.failing(trouble("its radio part"));
    meter.outOfSpec(trouble("all channels busy"));
    meter.maintenance(trouble("worn"));
    assertThat(meter.read().signal()).isEqualTo(Ne107.FAILURE);
    assertThat(meter.read().trouble()).contains("its radio part");
  }

  @Test
  void ratesAreOfTheLastSecondsAndFadeWhenNothingHappens() {
    meter.up();
    for (int second = 0; second < 10; second++) {
      for (int i = 0; i < 40; i++) {
        meter.exchanged();
      }
      meter.reads(120);
      meter.noise(7);
      meter.error();
      clock.forward(Duration.ofSeconds(1));
    }
    assertThat(meter.read().rates()).isEqualTo(new DeviceRates(40, 120, 7, 10));
    clock.forward(Duration.ofSeconds(6));
    assertThat(meter.read().rates()).isEqualTo(new DeviceRates(0, 0, 0, 10));
    clock.forward(Duration.ofMinutes(2));
    assertThat(meter.read().rates()).isEqualTo(new DeviceRates(0, 0, 0, 0));
    assertThat(meter.read().exchanges()).isEqualTo(400);
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-05-04T08:00:00Z");

    void forward(Duration step) {
      now = now.plus(step);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static DeviceTrouble trouble(String detail) {
    return DeviceTrouble.of(TroubleKind.OTHER, detail);
  }
}
