package dev.aisle.sim.fleet.wire;

import dev.aisle.sim.fleet.watch.OutlineWatch;
import dev.aisle.sim.vehicle.LoadHandling;
import dev.aisle.sim.vehicle.Vehicle;
import dev.aisle.sim.vehicle.VehicleLink;
import dev.aisle.sim.vehicle.VehicleSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Vehicles on their own clients of a broker, driven by one thread at 20 Hz of the wall clock. */
final class WiredVehicles implements AutoCloseable {
  private static final long TICK_NANOS = Duration.ofMillis(50).toNanos();
  private static final long STATE_NANOS = Duration.ofSeconds(3).toNanos();
  private static final long POSE_NANOS = Duration.ofMillis(250).toNanos();

  /** After a stall of the machine the vehicles go on from here. */
  private static final double LONGEST_STEP_S = 0.1;

  private static final long STOP_MS = 5_000;

  private final Clock clock;
  private final List<Wired> wired = new ArrayList<>();
  private final OutlineWatch outlines;
  private final List<String> touches = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("wired").daemon().unstarted(this::run);
  private final LoadHandling ground;
  private volatile boolean closed;

  private static final class Wired {
    final Vehicle vehicle;
    final VehicleLink link;
    long saidNanos;
    long poseNanos;

    Wired(Vehicle vehicle, VehicleLink link, long now, int number) {
      this.vehicle = vehicle;
      this.link = link;
      saidNanos = now;
      // not all at the same moment
      poseNanos = now + number * POSE_NANOS / 7 % POSE_NANOS;
    }
  }

  /**
   * @param ground locked for every step
   */
  WiredVehicles(
      List<VehicleSpec> specs,
      LoadHandling ground,
      Function<VehicleSpec, VehicleLink> links,
      Clock clock) {
    this.clock = clock;
    this.ground = ground;
    for (VehicleSpec spec : specs) {
      wired.add(
          new Wired(
              new Vehicle(spec, ground, Optional.empty()),
              links.apply(spec),
              System.nanoTime(),
              wired.size()));
    }
    outlines = new OutlineWatch(wired.stream().map(one -> one.vehicle).toList());
  }

  void open() {
    wired.forEach(one -> one.link.open());
    thread.start();
  }

  private void run() {
    long last = System.nanoTime();
    while (!closed) {
      long now = System.nanoTime();
      double elapsedS = Math.min((now - last) / 1e9, LONGEST_STEP_S);
      last = now;
      synchronized (ground) {
        for (Wired one : wired) {
          one.link.deliver(one.vehicle);
          one.vehicle.step(elapsedS);
          speak(one, now);
        }
        outlines.look().forEach(touch -> touches.add(touch.toString()));
      }
      LockSupport.parkNanos(TICK_NANOS - (System.nanoTime() - now));
    }
  }

  private void speak(Wired one, long now) {
    boolean connected = one.link.takeJustConnected();
    if (connected) {
      one.link.sayOnline();
    }
    boolean factsheetDue = one.vehicle.takeFactsheetDue();
    boolean reportDue = one.vehicle.takeReportDue();
    if (connected || factsheetDue) {
      one.link.sayFactsheet();
    }
    if (reportDue || connected || now - one.saidNanos >= STATE_NANOS) {
      one.saidNanos = now;
      one.link.sayState(one.vehicle.report(clock.instant()));
    }
    if (now - one.poseNanos >= POSE_NANOS) {
      one.poseNanos = now;
      one.link.sayPose(one.vehicle.pose());
    }
  }

  List<String> touches() {
    synchronized (ground) {
      return List.copyOf(touches);
    }
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
    wired.forEach(one -> one.link.close());
  }
}
