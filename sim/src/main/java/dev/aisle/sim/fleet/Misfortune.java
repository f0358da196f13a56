package dev.aisle.sim.fleet;

import dev.aisle.sim.vehicle.Vehicle;
import dev.aisle.sim.vehicle.VehicleFault;
import dev.aisle.sim.vehicle.VehicleSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Lets things go wrong by chance, each vehicle by a chance of its own. */
final class Misfortune {
  private static final double MS_PER_HOUR = 3_600_000;
  private static final long PACE_HOLDS_MS = 5_000;
  private static final long SHORTEST_STOP_MS = 5_000;
  private static final long LONGEST_STOP_MS = 60_000;
  private static final long CUT_MS = 35_000;

  /** People put a vehicle down only where no other is so near. */
  private static final double CLEAR_M = 8;

  private final Disturbance disturbance;
  private final Helper helper;
  private final List<Luck> lucks = new ArrayList<>();
  private final SplittableRandom random;
  private final Consumer<String> trace;

  /** That of one vehicle. */
  private static final class Luck {
    final VirtualRadio radio;
    final SplittableRandom random;
    double pace = 1;
    long paceUntilMs;
    long stopUntilMs;

    Luck(VirtualRadio radio, SplittableRandom random) {
      this.radio = radio;
      this.random = random;
      paceUntilMs = random.nextLong(PACE_HOLDS_MS);
    }
  }

  Misfortune(
      Disturbance disturbance,
      Collection<VirtualRadio> radios,
      Helper helper,
      SplittableRandom random,
      Consumer<String> trace) {
    this.disturbance = disturbance;
    this.helper = helper;
    this.random = random;
    this.trace = trace;
    radios.forEach(radio -> lucks.add(new Luck(radio, random.split())));
  }

  /** What befalls the vehicles in a little time. */
  void strike(long nowMs, long tickMs) {
    for (Luck luck : lucks) {
      boolean changed = false;
      if (disturbance.slowest() > 0 && luck.paceUntilMs <= nowMs) {
        luck.paceUntilMs = nowMs + PACE_HOLDS_MS;
        luck.pace = 1 - disturbance.slowest() * luck.random.nextDouble();
        changed = true;
      }
      if (happens(luck.random, disturbance.stopsPerHour(), tickMs)) {
        luck.stopUntilMs = nowMs + luck.random.nextLong(SHORTEST_STOP_MS, LONGEST_STOP_MS);
        trace.accept("%s stands".formatted(luck.radio.vehicle().spec().id()));
        changed = true;
      }
      changed |= luck.stopUntilMs > nowMs - tickMs && luck.stopUntilMs <= nowMs;
      if (changed) {
        Vehicle vehicle = luck.radio.vehicle();
        vehicle.recover();
        vehicle.suffer(new VehicleFault.Slows(luck.pace));
        if (luck.stopUntilMs > nowMs) {
          vehicle.suffer(new VehicleFault.Stops());
        }
      }
      if (happens(luck.random, disturbance.cutsPerHour(), tickMs)) {
        trace.accept("%s loses its link".formatted(luck.radio.vehicle().spec().id()));
        luck.radio.cut(nowMs + CUT_MS);
      }
      Vehicle standing = luck.radio.vehicle();
      if (happens(luck.random, disturbance.rebootsPerHour(), tickMs)
          && !standing.isBusy()
          && standing.isAtNode()) {
        trace.accept("%s forgets everything".formatted(standing.spec().id()));
        standing.suffer(new VehicleFault.Reboots(false));
      }
      strikeByHand(luck, nowMs, tickMs);
    }
  }

  /** What only people put right: a load that fell off, a vehicle carried away. */
  private void strikeByHand(Luck luck, long nowMs, long tickMs) {
    Vehicle vehicle = luck.radio.vehicle();
    VehicleSpec spec = vehicle.spec();
    if (happens(luck.random, disturbance.lossesPerHour(), tickMs)
        && vehicle.isBusy()
        && helper.takesFrom(vehicle, nowMs)) {
      trace.accept("%s loses its load".formatted(spec.id()));
      vehicle.suffer(new VehicleFault.LosesLoad());
    }
    if (happens(luck.random, disturbance.carriesPerHour(), tickMs) && isClear(vehicle)) {
      trace.accept("%s is carried home".formatted(spec.id()));
      vehicle.suffer(new VehicleFault.IsCarried(spec.startNode(), spec.startXM(), spec.startYM()));
    }
  }

  /** Nobody is near its home, nor on the way there for the next moments. */
  private boolean isClear(Vehicle carried) {
    VehicleSpec spec = carried.spec();
    return lucks.stream()
        .map(luck -> luck.radio.vehicle())
        .filter(other -> other != carried)
        .map(Vehicle::body)
        .noneMatch(
            body -> Math.hypot(body.xM() - spec.startXM(), body.yM() - spec.startYM()) < CLEAR_M);
  }

  /** Whether the controller is ended between two steps. */
  boolean endsController(long tickMs) {
    return happens(random, disturbance.restartsPerHour() / 2, tickMs);
  }

  /** How many of a step's outputs are carried out before the controller is ended; mostly all. */
  int endsAmidst(int outputs) {
    // every second end, if one step in a second has outputs
    boolean ends = outputs > 0 && happens(random, disturbance.restartsPerHour() / 2, 1000);
    return ends ? random.nextInt(outputs) : outputs;
  }

  private static boolean happens(SplittableRandom random, double perHour, long tickMs) {
    return perHour > 0 && random.nextDouble() < perHour * tickMs / MS_PER_HOUR;
  }
}
