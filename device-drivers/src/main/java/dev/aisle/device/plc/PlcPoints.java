package dev.aisle.device.plc;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.plc.Point.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The named points of one controller, polled while open. After a lost link every value is unknown
 * until it was read again. Reading and writing may come from any thread.
 */
public final class PlcPoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PlcPoints.class);
  private static final int BIT_GAP = 8;
  private static final int MOST_BITS = 2000;
  private static final int MOST_REGISTERS = 125;

  private final String name;
  private final ModbusMaster master;
  private final PlcSettings settings;
  private final Clock clock;
  private final Map<String, Point> points;
  private final Map<String, PointWatch> watches = new HashMap<>();
  private final Map<String, PointValue> values = new HashMap<>();
  private final HealthMeter health;
  private final DeviceLine line;
  private final List<Consumer<PointChange>> receivers = new CopyOnWriteArrayList<>();

  /**
   * @param points name of the point → where it lives
   */
  public PlcPoints(
      String name,
      ModbusMaster master,
      Map<String, Point> points,
      PlcSettings settings,
      Clock clock) {
    this.name = name;
    this.master = master;
    this.settings = settings;
    this.clock = clock;
    this.points = new LinkedHashMap<>(points);
    for (String point : points.keySet()) {
      watches.put(point, new PointWatch(settings.debouncePolls()));
      values.put(point, new PointValue(Optional.empty(), clock.instant()));
    }
    this.health = new HealthMeter(name, clock);
    this.line = new DeviceLine(name, new Work(), health, BackOff.standard(name.hashCode()));
  }

  public String name() {
    return name;
  }

  public Set<String> names() {
    return new TreeSet<>(points.keySet());
  }

  /**
   * Receives every change on the thread of the controller, and every value once after each connect.
   * Must return quickly. To be called before {@link #open()}.
   */
  public void onChange(Consumer<PointChange> receiver) {
    receivers.add(receiver);
  }

  public void open() {
    line.open();
  }

  public DeviceHealth health() {
    return health.read();
  }

  public PointValue value(String point) {
    require(point);
    synchronized (values) {
      return Objects.requireNonNull(values.get(point));
    }
  }

  /**
   * Writes once and reads back; waits for the controller, so never call it from a receiver of
   * changes of another device.
   */
  public WriteOutcome write(String point, boolean value) {
    Point where = require(point);
    if (!where.writable()) {
      throw new IllegalArgumentException("%s of %s cannot be written".formatted(point, name));
    }
    try {
      if (where.kind() == Kind.COIL) {
        master.writeCoil(settings.unit(), where.address(), value);
      } else {
        master.writeRegister(settings.unit(), where.address(), value ? 1 : 0);
      }
    } catch (ModbusFailure.Refused e) {
      health.error();
      LOG.warn("{} refused {} = {}: {}", name, point, value, e.getMessage());
      return WriteOutcome.REFUSED;
    } catch (ModbusFailure e) {
      health.error();
      LOG.debug("{}: {} = {} may not have arrived: {}", name, point, value, e.getMessage());
    }
    try {
      boolean there =
          where.kind() == Kind.COIL
              ? master.readCoils(settings.unit(), where.address(), 1).get(0)
              : master.readHolding(settings.unit(), where.address(), 1)[0] != 0;
      return there == value ? WriteOutcome.CONFIRMED : WriteOutcome.REFUSED;
    } catch (ModbusFailure e) {
      health.error();
      LOG.warn(
          "{}: it is not known whether {} = {} arrived: {}", name, point, value, e.getMessage());
      return WriteOutcome.UNKNOWN;
    }
  }

  @Override
  public void close() {
    line.close();
    master.close();
  }

  private Point require(String point) {
    Point where = points.get(point);
    if (where == null) {
      throw new IllegalArgumentException("%s has no point %s".formatted(name, point));
    }
    return where;
  }

  private final class Work implements DeviceWork {
    @Override
    public void open() throws IOException {
      poll();
    }

    @Override
    public void round() throws IOException, InterruptedException {
      Thread.sleep(settings.poll().toMillis());
      poll();
    }

    @Override
    public void close() {
      master.close();
      synchronized (values) {
        watches.values().forEach(PointWatch::forget);
        values.replaceAll((point, last) -> new PointValue(Optional.empty(), last.at()));
      }
    }

    /** Registers first: a counter must be older than the input it counts. */
    private void poll() throws ModbusFailure {
      Map<Integer, Integer> registers = new HashMap<>();
      Set<Integer> wanted = addresses(Kind.HOLDING);
      wanted.addAll(addresses(Kind.COUNTER));
      points.values().forEach(point -> point.counter().ifPresent(wanted::add));
      for (ReadPlan.Span span : ReadPlan.of(wanted, 0, MOST_REGISTERS)) {
        int[] read = master.readHolding(settings.unit(), span.first(), span.count());
        for (int i = 0; i < read.length; i++) {
          registers.put(span.first() + i, read[i]);
        }
      }
      BitSet inputs = new BitSet();
      for (ReadPlan.Span span : ReadPlan.of(addresses(Kind.INPUT), BIT_GAP, MOST_BITS)) {
        place(master.readInputs(settings.unit(), span.first(), span.count()), span, inputs);
      }
      BitSet coils = new BitSet();
      for (ReadPlan.Span span : ReadPlan.of(addresses(Kind.COIL), BIT_GAP, MOST_BITS)) {
        place(master.readCoils(settings.unit(), span.first(), span.count()), span, coils);
      }
      health.exchanged();
      Instant now = clock.instant();
      points.forEach(
          (point, where) -> tell(point, look(point, where, registers, inputs, coils), now));
    }

    private Set<Integer> addresses(Kind kind) {
      Set<Integer> all = new TreeSet<>();
      points.values().stream().filter(p -> p.kind() == kind).forEach(p -> all.add(p.address()));
      return all;
    }

    private void place(BitSet read, ReadPlan.Span span, BitSet into) {
      read.stream().forEach(bit -> into.set(span.first() + bit));
    }

    private List<Boolean> look(
        String point, Point where, Map<Integer, Integer> registers, BitSet inputs, BitSet coils) {
      PointWatch watch = Objects.requireNonNull(watches.get(point));
      return switch (where.kind()) {
        case COIL -> watch.poll(coils.get(where.address()));
        case HOLDING -> watch.poll(registers.getOrDefault(where.address(), 0) != 0);
        case COUNTER -> watch.poll(false, registers.getOrDefault(where.address(), 0));
        case INPUT ->
            where.counter().isPresent()
                ? watch.poll(
                    inputs.get(where.address()),
                    registers.getOrDefault(where.counter().getAsInt(), 0))
                : watch.poll(inputs.get(where.address()));
      };
    }

    private void tell(String point, List<Boolean> changes, Instant now) {
      boolean value = Objects.requireNonNull(watches.get(point)).value();
      synchronized (values) {
        values.put(point, new PointValue(Optional.of(value), now));
      }
      for (boolean change : changes) {
        PointChange told = new PointChange(name, point, change, now);
        receivers.forEach(receiver -> receiver.accept(told));
      }
    }
  }
}
