package dev.aisle.device.plc;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.plc.PlcWriter.Write;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rounds of one controller. When the link comes up: ask who it is, write the safe values, read
 * everything; only then may others write.
 */
final class PlcWork implements DeviceWork {
  private static final Logger LOG = LoggerFactory.getLogger(PlcWork.class);

  private final ModbusMaster master;
  private final PlcWiring wiring;
  private final LastValues values;
  private final PlcWriter writer;
  private final HealthMeter health;
  private final Clock clock;
  private final PlcReader reader;
  private final List<RoundListener> listeners = new CopyOnWriteArrayList<>();

  /** Held during each poll and each write with its read-back, so that the two never mix. */
  private final ReentrantLock wire = new ReentrantLock(true);

  private final Condition changed = wire.newCondition();
  private boolean up;
  private @Nullable Thread lineThread;
  private int beats;
  private @Nullable Instant lastBeat;
  private @Nullable String heartbeatTrouble;
  private @Nullable String safetyTrouble;
  private boolean tripped;
  private final AtomicInteger trips = new AtomicInteger();

  PlcWork(
      ModbusMaster master,
      PlcWiring wiring,
      LastValues values,
      PlcWriter writer,
      HealthMeter health,
      Clock clock) {
    this.master = master;
    this.wiring = wiring;
    this.values = values;
    this.writer = writer;
    this.health = health;
    this.clock = clock;
    this.reader = new PlcReader(master, unit(), wiring.points().values(), wiring.watchdog());
  }

  private int unit() {
    return wiring.settings().unit();
  }

  void onRound(RoundListener listener) {
    listeners.add(listener);
  }

  int watchdogTrips() {
    return trips.get();
  }

  /**
   * Takes the wire for a write; false when the link did not come up in time, or the caller was
   * interrupted. The thread of the line never waits.
   */
  boolean enter(long waitNanos) {
    wire.lock();
    boolean entered = false;
    try {
      long left = Thread.currentThread() == lineThread ? 0 : waitNanos;
      while (!up && left > 0) {
        left = changed.awaitNanos(left);
      }
      entered = up;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!entered) {
        wire.unlock();
      }
    }
    return entered;
  }

  void leave() {
    wire.unlock();
  }

  @Override
  public void open() throws IOException {
    PlcImage image;
    wire.lock();
    try {
      lineThread = Thread.currentThread();
      identify();
      writeSafeValues();
      heartbeat();
      watchCommunicationSafety();
      image = reader.read();
      health.exchanged();
      up = true;
      changed.signalAll();
    } finally {
      wire.unlock();
    }
    take(image);
  }

  @Override
  public void round() throws IOException, InterruptedException {
    Thread.sleep(wiring.settings().poll().toMillis());
    PlcImage image;
    wire.lock();
    try {
      heartbeat();
      image = reader.read();
      health.exchanged();
      noticeTrip(image);
    } finally {
      wire.unlock();
    }
    take(image);
    tellHealth();
  }

  @Override
  public void close() {
    wire.lock();
    try {
      up = false;
      master.close();
      values.forget();
    } finally {
      wire.unlock();
    }
    Instant now = clock.instant();
    listeners.forEach(listener -> listener.lost(now));
  }

  private void take(PlcImage image) {
    Instant now = clock.instant();
    values.take(image, now);
    listeners.forEach(listener -> listener.round(now));
  }

  private void identify() throws IOException {
    Optional<PlcIdentity> identity = wiring.identity();
    if (identity.isEmpty()) {
      return;
    }
    int[] words = master.readHolding(unit(), identity.get().register(), 2);
    String found = PlcIdentity.name(words[0], words[1]);
    if (!identity.get().matches(found)) {
      throw new DeviceFailure(
          TroubleKind.WRONG_DEVICE,
          Map.of("found", found, "expected", identity.get().expected()),
          "the module says it is %s, not %s; check address and unit, nothing was written"
              .formatted(found, identity.get().expected()));
    }
  }

  private void writeSafeValues() throws IOException {
    List<Write> safe = new ArrayList<>();
    wiring
        .outputs()
        .forEach(
            (name, rule) -> {
              Point point = wiring.points().get(name);
              if (point != null) {
                rule.safe().flatMap(value -> Write.of(name, point, value)).ifPresent(safe::add);
              }
            });
    for (WriteResult result : writer.write(safe)) {
      if (!result.confirmed()) {
        throw new DeviceFailure(
            TroubleKind.NOT_SAFE,
            Map.of("point", result.point()),
            "%s could not be set to its safe value (%s)"
                .formatted(result.point(), result.outcome()));
      }
    }
  }

  private void heartbeat() throws ModbusFailure {
    if (wiring.watchdog().heartbeat().isEmpty()) {
      return;
    }
    HostWatchdog.Heartbeat beat = wiring.watchdog().heartbeat().get();
    Instant now = clock.instant();
    Instant before = lastBeat;
    if (up && before != null && before.plus(beat.every()).isAfter(now)) {
      return;
    }
    beats = beats % 0xFFFF + 1;
    try {
      master.writeRegister(unit(), beat.register(), beats);
      heartbeatTrouble = null;
    } catch (ModbusFailure.Refused e) {
      heartbeatTrouble = "the heartbeat register is refused: " + e.getMessage();
    }
    lastBeat = now;
  }

  private void watchCommunicationSafety() throws ModbusFailure {
    if (wiring.watchdog().communicationSafety().isEmpty()) {
      return;
    }
    HostWatchdog.CommunicationSafety safety = wiring.watchdog().communicationSafety().get();
    boolean enabled = master.readHolding(unit(), safety.enabled(), 1)[0] != 0;
    boolean occurred = master.readHolding(unit(), safety.occurred(), 1)[0] != 0;
    safetyTrouble =
        enabled
            ? null
            : "the module does not watch its line: switch its communication safety on, or its "
                + "outputs stay as they are when the line is cut";
    if (occurred && !tripped) {
      countTrip();
    }
    tripped = occurred;
  }

  /** While we were connected: the module thought us gone, so its outputs are not what we wrote. */
  private void noticeTrip(PlcImage image) throws IOException {
    if (wiring.watchdog().communicationSafety().isEmpty()) {
      return;
    }
    boolean occurred =
        image.register(wiring.watchdog().communicationSafety().get().occurred()) != 0;
    boolean fresh = occurred && !tripped;
    tripped = occurred;
    if (fresh) {
      countTrip();
      throw new DeviceFailure(
          TroubleKind.SAFE_STATE,
          "the module's own watch has set its outputs to their safe values");
    }
  }

  private void countTrip() {
    trips.incrementAndGet();
    LOG.warn("the communication safety of unit {} at {} occurred", unit(), master.address());
  }

  private void tellHealth() {
    String unwatched = heartbeatTrouble != null ? heartbeatTrouble : safetyTrouble;
    if (unwatched != null) {
      health.check(DeviceTrouble.of(TroubleKind.UNWATCHED, unwatched));
    } else if (tripped) {
      health.check(
          DeviceTrouble.of(
              TroubleKind.SAFE_STATE,
              "the module's own watch had set its outputs to their safe values"));
    } else {
      health.checked();
    }
  }
}
