package dev.aisle.device.plc;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.plc.PlcWriter.Write;
import dev.aisle.device.plc.output.WriteGuard;
import dev.aisle.device.plc.output.WriteRefusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The named points of one controller, polled while open. After a lost link every value is unknown
 * until it was read again, and the outputs that have a safe value get it before anything else is
 * written. Reading and writing may come from any thread.
 */
public final class PlcPoints implements AutoCloseable {
  /** A write that comes while the link is just being made waits so long for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final String name;
  private final ModbusMaster master;
  private final PlcWiring wiring;
  private final Clock clock;
  private final LastValues values;
  private final HealthMeter health;
  private final DeviceLine line;
  private final PlcWork work;
  private final PlcWriter writer;
  private final WriteGuard guard;

  /** Every output may be written, and none has a safe value. */
  public PlcPoints(
      String name,
      ModbusMaster master,
      Map<String, Point> points,
      PlcSettings settings,
      Clock clock) {
    this(name, master, PlcWiring.open(points, settings), clock);
  }

  public PlcPoints(String name, ModbusMaster master, PlcWiring wiring, Clock clock) {
    this.name = name;
    this.master = master;
    this.wiring = wiring;
    this.clock = clock;
    this.values = new LastValues(name, wiring, clock.instant());
    this.health = new HealthMeter(name, clock);
    this.writer = new PlcWriter(name, master, wiring.settings().unit(), health::error);
    this.guard = new WriteGuard(wiring.outputs());
    this.work = new PlcWork(master, wiring, values, writer, health, clock);
    this.line = new DeviceLine(name, work, health, BackOff.standard(name.hashCode()));
  }

  public String name() {
    return name;
  }

  public Set<String> names() {
    return new TreeSet<>(wiring.points().keySet());
  }

  public PlcWiring wiring() {
    return wiring;
  }

  /**
   * Receives every change on the thread of the controller, and every value once after each connect.
   * Must return quickly. To be called before {@link #open()}.
   */
  public void onChange(Consumer<PointChange> receiver) {
    values.onChange(receiver);
  }

  /** As {@link #onChange}, for the points that are numbers. */
  public void onNumber(Consumer<NumberChange> receiver) {
    values.onNumber(receiver);
  }

  /** To be called before {@link #open()}. */
  public void onRound(RoundListener listener) {
    work.onRound(listener);
  }

  public void open() {
    line.open();
  }

  public DeviceHealth health() {
    return health.read();
  }

  /** How often the module's own watch had sent the outputs to their safe values. */
  public int watchdogTrips() {
    return work.watchdogTrips();
  }

  /**
   * @throws IllegalArgumentException when there is no such point
   */
  public PointValue value(String point) {
    return values.value(point);
  }

  /** Rising edges of a point that is true or false since the program began to watch it. */
  public PulseCount pulses(String point) {
    return values.pulses(point);
  }

  /** As {@link #set(String, boolean)}. */
  public WriteOutcome write(String point, boolean value) {
    return set(point, value).outcome();
  }

  /**
   * Writes once and reads back; waits for the controller, so never call it from a receiver of
   * changes of another device.
   */
  public WriteResult set(String point, boolean value) {
    return set(point, value ? BigDecimal.ONE : BigDecimal.ZERO);
  }

  /** As {@link #set(String, boolean)} for an output that is a number. */
  public WriteResult set(String point, BigDecimal value) {
    return writeAll(Map.of(point, value)).getFirst();
  }

  /** Several outputs, neighbouring coils in one request; all or, when one is refused, none. */
  public List<WriteResult> setAll(Map<String, Boolean> wanted) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    wanted.forEach((point, on) -> numbers.put(point, on ? BigDecimal.ONE : BigDecimal.ZERO));
    return writeAll(numbers);
  }

  private List<WriteResult> writeAll(Map<String, BigDecimal> wanted) {
    List<Write> writes = new ArrayList<>();
    List<WriteResult> refused = new ArrayList<>();
    if (!work.enter(waitForLink())) {
      return wanted.keySet().stream()
          .map(point -> WriteResult.of(new WriteRefusal.NotConnected(point)))
          .toList();
    }
    try {
      Instant now = clock.instant();
      wanted.forEach((point, value) -> prepare(point, value, now, writes, refused));
      if (!refused.isEmpty()) {
        return List.copyOf(refused);
      }
      wanted.keySet().forEach(point -> guard.written(point, now));
      return writer.write(writes);
    } finally {
      work.leave();
    }
  }

  private void prepare(
      String name, BigDecimal value, Instant now, List<Write> writes, List<WriteResult> refused) {
    Point point = wiring.points().get(name);
    if (point == null) {
      refused.add(WriteResult.of(new WriteRefusal.NoSuchPoint(name)));
      return;
    }
    guard
        .ask(name, value, now)
        .ifPresentOrElse(
            no -> refused.add(WriteResult.of(no)),
            () ->
                Write.of(name, point, value)
                    .ifPresentOrElse(
                        writes::add,
                        () ->
                            refused.add(WriteResult.of(new WriteRefusal.DoesNotFit(name, value)))));
  }

  private long waitForLink() {
    return health.read().link() == LinkState.DOWN ? 0 : PATIENCE.toNanos();
  }

  @Override
  public void close() {
    line.close();
    master.close();
  }
}
