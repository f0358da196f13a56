package dev.aisle.device.scale;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.plc.HostWatchdog;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PlcSettings;
import dev.aisle.device.plc.PlcWiring;
import dev.aisle.device.plc.Point;
import dev.aisle.device.plc.RoundListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A scale whose weight and state lie in registers. It is read only; nothing is ever written. */
public final class ModbusScale implements Scale {
  private static final String WEIGHT = "weight";
  private static final String STABLE = "stable";
  private static final String OVERLOAD = "overload";
  private static final String ZERO = "zero";

  private final String name;
  private final Clock clock;
  private final Duration staleAfter;
  private final WeightUnit shownIn;
  private final PlcPoints points;
  private final Settling settling;
  private final List<Consumer<WeightReading>> receivers = new CopyOnWriteArrayList<>();

  /**
   * Where things lie.
   *
   * @param weight a number, with its factor
   * @param shownIn unit of that number
   * @param stable true when the load lies still; a scale that does not say so cannot be used
   * @param overload true when it is too heavy
   * @param zero true when nothing lies on it; otherwise a weight of 0 says so
   */
  public record Registers(
      Point weight,
      WeightUnit shownIn,
      Point stable,
      Optional<Point> overload,
      Optional<Point> zero) {}

  public ModbusScale(
      String name, ModbusMaster master, Registers map, int unit, Duration staleAfter, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.staleAfter = staleAfter;
    this.shownIn = map.shownIn();
    this.settling = new Settling(name);
    Map<String, Point> wired = new LinkedHashMap<>();
    wired.put(WEIGHT, map.weight());
    wired.put(STABLE, map.stable());
    map.overload().ifPresent(point -> wired.put(OVERLOAD, point));
    map.zero().ifPresent(point -> wired.put(ZERO, point));
    PlcSettings settings = new PlcSettings(unit, Duration.ofMillis(100), 1);
    this.points =
        new PlcPoints(
            name,
            master,
            new PlcWiring(wired, settings, Map.of(), HostWatchdog.NONE, Optional.empty()),
            clock);
    points.onRound(new Rounds());
  }

  @Override
  public String name() {
    return name;
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
  public Optional<WeightReading> latest() {
    synchronized (settling) {
      Instant oldest = clock.instant().minus(staleAfter);
      return settling.latest().filter(reading -> !reading.at().isBefore(oldest));
    }
  }

  @Override
  public void onStable(Consumer<WeightReading> receiver) {
    receivers.add(receiver);
  }

  @Override
  public void close() {
    points.close();
  }

  private final class Rounds implements RoundListener {
    @Override
    public void round(Instant now) {
      Optional<WeightReading> rested;
      synchronized (settling) {
        rested = settling.take(says(), now);
      }
      rested.ifPresent(reading -> receivers.forEach(receiver -> receiver.accept(reading)));
    }

    private ScaleSays says() {
      if (flag(OVERLOAD)) {
        return new ScaleSays.Overload();
      }
      return points
          .value(WEIGHT)
          .number()
          .flatMap(shownIn::toMilligrams)
          .<ScaleSays>map(this::weight)
          .orElseGet(() -> new ScaleSays.NotNow("the register holds no number"));
    }

    private ScaleSays weight(long milligrams) {
      return new ScaleSays.Weight(milligrams, flag(STABLE), milligrams == 0 || flag(ZERO));
    }

    private boolean flag(String point) {
      return points.names().contains(point) && points.value(point).value().orElse(false);
    }

    @Override
    public void lost(Instant now) {
      synchronized (settling) {
        settling.forget();
      }
    }
  }
}
