package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.scale.Scale;
import dev.aisle.device.scale.WeightReading;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.bridge.device.telegram.TelegramLog;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A scale of any kind. */
public final class RunningScale implements RunningDevice {
  private static final String UNIT = "g";

  private final StationDevice.Scale entry;
  private final Scale scale;
  private final TelegramLog telegrams;
  private final Supplier<List<LineUnit>> units;
  private final Runnable afterwards;
  private volatile @Nullable WeightReading rested;

  /**
   * @param units of its Modbus line
   * @param afterwards what else ends with the scale
   */
  public RunningScale(
      StationDevice.Scale entry,
      Scale scale,
      TelegramLog telegrams,
      Supplier<List<LineUnit>> units,
      Runnable afterwards) {
    this.entry = entry;
    this.scale = scale;
    this.telegrams = telegrams;
    this.units = units;
    this.afterwards = afterwards;
    scale.onStable(reading -> rested = reading);
  }

  @Override
  public StationDevice.Scale entry() {
    return entry;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.SCALE;
  }

  @Override
  public void open() {
    scale.open();
  }

  @Override
  public DeviceHealth health() {
    return scale.health();
  }

  /** What it shows now, moving or still; empty when that is not known. */
  public Optional<WeightReading> shown() {
    return scale.health().link() == LinkState.UP ? scale.latest() : Optional.empty();
  }

  /**
   * The weight that has come to rest and still lies there. A weight that moves again, an overload
   * or silence ends it.
   */
  public Optional<WeightReading> weight() {
    WeightReading came = rested;
    return shown()
        .filter(WeightReading::usable)
        .filter(now -> came != null && came.milligrams() == now.milligrams());
  }

  @Override
  public DeviceDetails.Special special(Instant now) {
    return DeviceDetails.Special.ofWeight(
        shown()
            .filter(reading -> !reading.overload())
            .map(
                reading ->
                    new DeviceDetails.Weight(
                        reading.grams().doubleValue(), UNIT, weight().isPresent(), reading.at()))
            .orElse(null));
  }

  @Override
  public TelegramLog telegrams() {
    return telegrams;
  }

  @Override
  public List<LineUnit> units() {
    return units.get();
  }

  @Override
  public Map<String, Object> found() {
    Map<String, Object> found = new LinkedHashMap<>();
    shown()
        .ifPresent(
            reading -> {
              found.put("weight", "%s %s".formatted(reading.grams().toPlainString(), UNIT));
              found.put("stable", reading.stable());
            });
    return found;
  }

  @Override
  public void close() {
    scale.close();
    afterwards.run();
  }
}
