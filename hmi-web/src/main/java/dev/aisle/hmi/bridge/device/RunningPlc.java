package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PointValue;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.live.DeviceDetails;
import dev.aisle.hmi.live.DeviceStatus.DeviceKind;
import dev.aisle.hmi.live.DeviceTest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A controller with its points. */
final class RunningPlc implements RunningDevice {
  private final SiteDevice.Plc entry;
  private final PlcPoints points;
  private final Clock clock;
  private final TelegramLog telegrams = new TelegramLog(false);

  RunningPlc(SiteDevice.Plc entry, PlcPoints points, Clock clock) {
    this.entry = entry;
    this.points = points;
    this.clock = clock;
  }

  PlcPoints points() {
    return points;
  }

  @Override
  public SiteDevice entry() {
    return entry;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.PLC;
  }

  @Override
  public void open() {
    points.open();
  }

  @Override
  public DeviceHealth health() {
    return points.health();
  }

  @Override
  public DeviceDetails.Special special(Instant now) {
    List<DeviceDetails.PointValue> values = new ArrayList<>();
    for (String name : entry.points().keySet()) {
      PointValue value = points.value(name);
      values.add(
          new DeviceDetails.PointValue(
              name,
              value.value().orElse(null),
              null,
              null,
              Math.max(0, value.age(now).toMillis())));
    }
    return DeviceDetails.Special.ofPoints(values, List.of());
  }

  @Override
  public long served() {
    return points.health().exchanges();
  }

  @Override
  public TelegramLog telegrams() {
    return telegrams;
  }

  /** The points are asked all the time; the newest answer is the test. */
  @Override
  public DeviceTest.Outcome test() {
    DeviceHealth health = points.health();
    Instant now = clock.instant();
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("points", entry.points().size());
    long known =
        entry.points().keySet().stream()
            .filter(name -> points.value(name).value().isPresent())
            .count();
    found.put("known", known);
    health
        .lastExchange()
        .ifPresent(at -> found.put("ageMs", java.time.Duration.between(at, now).toMillis()));
    return new DeviceTest.Outcome(
        health.link() != LinkState.UP
            ? DeviceTest.Verdict.NOT_CONNECTED
            : known == entry.points().size()
                ? DeviceTest.Verdict.ANSWERED
                : DeviceTest.Verdict.COMPLAINS,
        found,
        health.trouble().orElse(null));
  }

  @Override
  public void close() {
    points.close();
  }
}
