package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PointValue;
import dev.aisle.device.plc.machine.MachineReport;
import dev.aisle.device.plc.plan.PlcStation;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.bridge.device.telegram.TelegramLog;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A controller with its points. */
public final class RunningPlc implements RunningDevice {
  private final SiteDevice.Plc entry;
  private final PlcStation station;
  private final PlcPoints points;
  private final Clock clock;
  private final String line;
  private final Runnable afterwards;
  private final TelegramLog telegrams;

  /**
   * @param line name of the Modbus line
   * @param afterwards what else ends with the controller
   */
  public RunningPlc(
      SiteDevice.Plc entry,
      PlcStation station,
      TelegramLog telegrams,
      Clock clock,
      String line,
      Runnable afterwards) {
    this.entry = entry;
    this.station = station;
    this.points = station.points();
    this.clock = clock;
    this.telegrams = telegrams;
    this.line = line;
    this.afterwards = afterwards;
  }

  public PlcStation station() {
    return station;
  }

  public PlcPoints points() {
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
  public List<LineUnit> units() {
    return List.of(new LineUnit(name(), name(), kind(), line, health()));
  }

  @Override
  public void open() {
    station.open();
  }

  @Override
  public DeviceHealth health() {
    return points.health();
  }

  @Override
  public DeviceDetails.Special special(Instant now) {
    List<DeviceDetails.PointValue> values = new ArrayList<>();
    for (String name : names()) {
      PointValue value = points.value(name);
      values.add(
          new DeviceDetails.PointValue(
              name,
              value.value().orElse(null),
              value.number().map(BigDecimal::doubleValue).orElse(null),
              null,
              Math.max(0, value.age(now).toMillis())));
    }
    return DeviceDetails.Special.ofPoints(
        values, station.machines().reports().stream().map(RunningPlc::machine).toList());
  }

  private Set<String> names() {
    return new TreeSet<>(entry.plan().wiring().points().keySet());
  }

  private static DeviceDetails.MachineState machine(MachineReport report) {
    return new DeviceDetails.MachineState(
        report.name(),
        word(report.kind().name()),
        word(report.state().name()),
        report.faults().isEmpty() ? null : word(report.faults().getFirst().kind().name()));
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public TelegramLog telegrams() {
    return telegrams;
  }

  @Override
  public Map<String, Object> found() {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("points", names().size());
    found.put("known", names().stream().map(points::value).filter(RunningPlc::isKnown).count());
    points
        .health()
        .lastExchange()
        .ifPresent(at -> found.put("ageMs", Duration.between(at, clock.instant()).toMillis()));
    return found;
  }

  private static boolean isKnown(PointValue value) {
    return value.value().isPresent() || value.number().isPresent();
  }

  @Override
  public void close() {
    station.close();
    afterwards.run();
  }
}
