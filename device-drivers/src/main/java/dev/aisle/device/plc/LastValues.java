package dev.aisle.device.plc;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The last values of a controller's points. Polls come from one thread, questions from any. */
final class LastValues {
  private final String device;
  private final Map<String, Point> points;
  private final Map<String, PointWatch> watches = new HashMap<>();
  private final Map<String, PointValue> values = new HashMap<>();
  private final Map<String, PulseCount> pulses = new HashMap<>();
  private final List<Consumer<PointChange>> receivers = new CopyOnWriteArrayList<>();
  private final List<Consumer<NumberChange>> numberReceivers = new CopyOnWriteArrayList<>();

  LastValues(String device, PlcWiring wiring, Instant now) {
    this.device = device;
    this.points = wiring.points();
    points.forEach(
        (name, point) -> {
          watches.put(name, new PointWatch(debounce(point, wiring.settings()), bits(point)));
          values.put(name, PointValue.unknown(now));
          pulses.put(name, PulseCount.NONE);
        });
  }

  /** Only contacts bounce; what lies in the controller's memory does not. */
  private static int debounce(Point point, PlcSettings settings) {
    int standard = point.kind() == Point.Kind.INPUT ? settings.debouncePolls() : 1;
    return point.debounce().map(debounce -> debounce.in(settings.poll())).orElse(standard);
  }

  private static int bits(Point point) {
    return point.countFormat().words() * 16;
  }

  void onChange(Consumer<PointChange> receiver) {
    receivers.add(receiver);
  }

  void onNumber(Consumer<NumberChange> receiver) {
    numberReceivers.add(receiver);
  }

  PointValue value(String point) {
    synchronized (values) {
      return known(point, values.get(point));
    }
  }

  PulseCount pulses(String point) {
    synchronized (values) {
      return known(point, pulses.get(point));
    }
  }

  private <T> T known(String point, @org.jspecify.annotations.Nullable T found) {
    if (found == null) {
      throw new IllegalArgumentException("%s has no point %s".formatted(device, point));
    }
    return found;
  }

  void take(PlcImage image, Instant now) {
    points.forEach(
        (name, point) ->
            point
                .format()
                .filter(format -> point.isNumber())
                .ifPresentOrElse(
                    format -> number(name, image.number(point, format), now),
                    () -> level(name, point, image, now)));
  }

  private void level(String name, Point point, PlcImage image, Instant now) {
    PointWatch watch = Objects.requireNonNull(watches.get(name));
    boolean level = image.level(point);
    boolean counts = point.kind() == Point.Kind.COUNTER || point.counter().isPresent();
    List<Boolean> changes = counts ? watch.poll(level, image.count(point)) : watch.poll(level);
    synchronized (values) {
      values.put(name, new PointValue(Optional.of(watch.value()), now));
      pulses.put(name, watch.pulses());
    }
    for (boolean change : changes) {
      PointChange told = new PointChange(device, name, change, now);
      receivers.forEach(receiver -> receiver.accept(told));
    }
  }

  private void number(String name, Optional<BigDecimal> number, Instant now) {
    Optional<BigDecimal> before;
    synchronized (values) {
      before = Objects.requireNonNull(values.get(name)).number();
      values.put(name, new PointValue(Optional.empty(), number, now));
    }
    if (number.isPresent() && !number.equals(before)) {
      NumberChange told = new NumberChange(device, name, number.get(), now);
      numberReceivers.forEach(receiver -> receiver.accept(told));
    }
  }

  void forget() {
    synchronized (values) {
      watches.values().forEach(PointWatch::forget);
      values.replaceAll((point, last) -> PointValue.unknown(last.at()));
    }
  }
}
