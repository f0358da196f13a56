package dev.aisle.sim;

import dev.aisle.sim.plc.HeadSpec;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.plc.SimulatedPlc;
import dev.aisle.sim.plc.SimulatedTagHeads;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.tag.LaidTags;
import dev.aisle.sim.scenario.Faults;
import dev.aisle.sim.vehicle.Vehicle;
import dev.aisle.sim.vehicle.VehicleLink;
import dev.aisle.sim.world.SnapshotFile;
import dev.aisle.sim.world.TaggedUnit;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The world with its wires and its one thread. The thread steps the world at 20 Hz, and before it
 * lets anybody know of something that happened it writes the snapshot: what others have heard of
 * stays true after a kill. All access to the world holds this object's lock.
 */
final class PlayedSite implements Simulator {
  private static final Logger LOG = LoggerFactory.getLogger(PlayedSite.class);
  private static final long TICK_NANOS = Duration.ofMillis(50).toNanos();

  /** After a stall of the machine the world goes on from here, it does not catch up. */
  private static final double LONGEST_TICK_S = 0.1;

  private static final long SNAPSHOT_NANOS = Duration.ofMillis(500).toNanos();
  private static final long HEARTBEAT_NANOS = Duration.ofSeconds(3).toNanos();
  private static final long POSE_NANOS = Duration.ofMillis(250).toNanos();
  private static final long STOP_MS = 5_000;

  private final Clock clock = Clock.systemUTC();
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final SnapshotFile<WorldSnapshot> snapshots;
  private final SimulatedWorld world;
  private final SimulatedPlc plc;
  private final @Nullable SimulatedTagHeads heads;
  private final List<HeadSpec> headSpecs;
  private final LatePlay late = new LatePlay();
  private final PlayedReaders readers;
  private final Map<String, VehicleLink> links = new LinkedHashMap<>();
  private final Thread thread = Thread.ofPlatform().name("sim-world").daemon().unstarted(this::run);
  private final PlayedFaults faults;
  private final Map<String, Long> saidNanos = new HashMap<>();
  private volatile double speed;
  private volatile boolean closed;
  private boolean unsaved;
  private long savedNanos = System.nanoTime();
  private long posesNanos = System.nanoTime();

  private PlayedSite(SimConfig config) throws IOException {
    speed = config.speed();
    snapshots = new SnapshotFile<>(config.snapshotFile(), WorldSnapshot.class);
    Optional<WorldSnapshot> saved = snapshots.read();
    world = new SimulatedWorld(config, saved);
    plc = new SimulatedPlc(config.plc(), saved.map(WorldSnapshot::plc));
    opened.push(plc);
    headSpecs = config.heads().map(SimConfig.HeadGateway::heads).orElse(List.of());
    if (config.heads().isPresent()) {
      heads = openHeads(config.heads().get());
      opened.push(heads);
    } else {
      heads = null;
    }
    readers = new PlayedReaders(config);
    for (var played : config.vehicles()) {
      links.put(played.spec().id().value(), new VehicleLink(played.spec(), played.mqtt(), clock));
    }
    faults = new PlayedFaults(this, world, readers, plc, Optional.ofNullable(heads), links);
  }

  private SimulatedTagHeads openHeads(SimConfig.HeadGateway gateway) throws IOException {
    try {
      return new SimulatedTagHeads(gateway.port(), gateway.heads());
    } catch (IOException e) {
      plc.close();
      throw e;
    }
  }

  static PlayedSite open(SimConfig config) throws IOException {
    PlayedSite site = new PlayedSite(config);
    site.start();
    return site;
  }

  private void start() {
    readers.open();
    opened.push(readers);
    for (VehicleLink link : links.values()) {
      link.open();
      opened.push(link);
    }
    thread.start();
  }

  private void run() {
    long last = System.nanoTime();
    while (!closed) {
      long now = System.nanoTime();
      double elapsedS = Math.min((now - last) / 1e9, LONGEST_TICK_S);
      last = now;
      try {
        tick(elapsedS, now);
      } catch (RuntimeException e) {
        LOG.error("the simulated world missed a tick", e);
      }
      LockSupport.parkNanos(TICK_NANOS - (System.nanoTime() - now));
    }
  }

  private synchronized void tick(double elapsedS, long now) {
    faults.tick(now);
    for (Vehicle vehicle : world.vehicles()) {
      link(vehicle).deliver(vehicle);
    }
    double leftS = elapsedS * speed;
    while (leftS > 0) {
      world.step(Math.min(leftS, SimulatedWorld.STEP_S), this::coil, clock.instant());
      plc.step(Math.min(leftS, SimulatedWorld.STEP_S));
      late.step(Math.min(leftS, SimulatedWorld.STEP_S));
      leftS -= SimulatedWorld.STEP_S;
      world.floor().sensors().forEach(this::sense);
    }
    Stream.concat(plc.handOvers().stream(), late.handOvers().stream())
        .forEach(one -> sense(one.occupied(), world.floor().unitAt(one.node()).isPresent()));
    speakOfWhatHappened(now);
    showTags();
  }

  private boolean coil(String point) {
    return plc.coil(point) || late.coil(point);
  }

  private void sense(String point, boolean on) {
    plc.sense(point, on);
    late.sense(point, on);
  }

  private void speakOfWhatHappened(long now) {
    unsaved |= world.floor().takeChanged();
    boolean anyReport = false;
    for (Vehicle vehicle : world.vehicles()) {
      anyReport |= vehicle.isReportDue();
    }
    boolean moves = world.isMoving(this::coil);
    if (unsaved || anyReport || (moves && now - savedNanos >= SNAPSHOT_NANOS)) {
      save(now);
    }
    boolean posesDue = now - posesNanos >= POSE_NANOS;
    posesNanos = posesDue ? now : posesNanos;
    for (Vehicle vehicle : world.vehicles()) {
      speak(vehicle, now, posesDue);
    }
  }

  private void save(long now) {
    snapshots.write(world.save(plc.save()));
    unsaved = false;
    savedNanos = now;
  }

  private void speak(Vehicle vehicle, long now, boolean poseDue) {
    if (vehicle.isMute()) {
      return;
    }
    VehicleLink link = link(vehicle);
    String id = vehicle.spec().id().value();
    boolean connected = link.takeJustConnected();
    if (connected) {
      link.sayOnline();
    }
    if (vehicle.takeFactsheetDue() || connected) {
      link.sayFactsheet();
    }
    long quiet = now - saidNanos.getOrDefault(id, now - HEARTBEAT_NANOS);
    if (vehicle.takeReportDue() || connected || quiet >= HEARTBEAT_NANOS) {
      link.sayState(vehicle.report(clock.instant()));
      saidNanos.put(id, now);
    }
    vehicle.takeConnectionDue().ifPresent(link::sayConnection);
    if (poseDue) {
      link.sayPose(vehicle.pose());
    }
  }

  private void showTags() {
    readers.show(world::tagsInField);
    if (heads != null) {
      for (HeadSpec head : headSpecs) {
        heads.sense(head.name(), world.underHead(head));
      }
    }
    late.senseHeads(world::underHead);
  }

  private VehicleLink link(Vehicle vehicle) {
    return link(vehicle.spec().id().value());
  }

  private VehicleLink link(String vehicle) {
    return known(links, vehicle, "vehicle");
  }

  static <T> T known(Map<String, T> things, String name, String kind) {
    T thing = things.get(name);
    if (thing == null) {
      throw new IllegalArgumentException("no %s '%s'".formatted(kind, name));
    }
    return thing;
  }

  @Override
  public synchronized void truckArrives(String dock, String adviceId, List<TaggedUnit> pallets) {
    world.floor().truckArrives(dock, adviceId, pallets);
    save(System.nanoTime());
  }

  @Override
  public synchronized void unitPacked(TaggedUnit unit, String node) {
    world.floor().unitPacked(unit, node);
    save(System.nanoTime());
  }

  @Override
  public synchronized void unitRemoved(String sscc) {
    world.floor().unitRemoved(sscc);
    save(System.nanoTime());
  }

  @Override
  public synchronized boolean unitPut(String sscc, String node) {
    boolean put = world.floor().unitPut(sscc, node);
    save(System.nanoTime());
    return put;
  }

  @Override
  public synchronized boolean carriedAgain(String sscc) {
    boolean carried = world.floor().carryAgain(sscc);
    save(System.nanoTime());
    return carried;
  }

  @Override
  public void setSpeed(double factor) {
    SimConfig.requireSpeed(factor);
    speed = factor;
  }

  @Override
  public double speed() {
    return speed;
  }

  @Override
  public synchronized WorldView view() {
    return world.view();
  }

  @Override
  public LaidTags laidTags() {
    return readers.laid();
  }

  @Override
  public void play(ReaderSpec spec) {
    readers.play(spec);
  }

  @Override
  public void play(PlcSpec spec) throws IOException {
    late.play(spec);
  }

  @Override
  public void play(String name, SimConfig.HeadGateway gateway) throws IOException {
    late.play(name, gateway);
  }

  @Override
  public Faults faults() {
    return faults;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      save(System.nanoTime());
    }
    late.close();
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.warn("a simulated device did not close", e);
      }
    }
  }
}
