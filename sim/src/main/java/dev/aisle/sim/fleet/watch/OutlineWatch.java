package dev.aisle.sim.fleet.watch;

import dev.aisle.sim.vehicle.Body;
import dev.aisle.sim.vehicle.Vehicle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the outlines of two vehicles touched on their way from one moment to the next. Each way
 * is followed in pieces of at most {@link #PIECE_M}, corners included, so nothing is passed over.
 * Knows bodies only: neither roadmap nor dispatcher.
 */
public final class OutlineWatch {
  static final double PIECE_M = 0.02;

  private final List<Vehicle> vehicles;
  private final double cellM;
  private final Body[] before;
  private final Set<Long> touching = new HashSet<>();

  /** Two vehicles began to touch. */
  public record Touch(Vehicle first, Vehicle second) {
    @Override
    public String toString() {
      return "%s touches %s".formatted(told(first), told(second));
    }

    private static String told(Vehicle vehicle) {
      Body body = vehicle.body();
      return "%s at (%.2f %.2f) after %s"
          .formatted(vehicle.spec().id(), body.xM(), body.yM(), vehicle.lastNodeId());
    }
  }

  public OutlineWatch(List<Vehicle> vehicles) {
    this.vehicles = vehicles;
    double longest = 0;
    before = new Body[vehicles.size()];
    for (int i = 0; i < before.length; i++) {
      before[i] = vehicles.get(i).body();
      longest = Math.max(longest, reachM(vehicles.get(i)));
    }
    // whoever can touch another stands in the same cell or one beside it
    cellM = 2 * longest + 1;
  }

  private static double reachM(Vehicle vehicle) {
    return Math.hypot(vehicle.spec().lengthM(), vehicle.spec().widthM()) / 2;
  }

  /** Looks at what has moved since the last call. */
  public List<Touch> look() {
    List<Touch> touches = new ArrayList<>();
    boolean anyMoved = false;
    boolean[] moved = new boolean[before.length];
    for (int i = 0; i < before.length; i++) {
      Body now = vehicles.get(i).body();
      moved[i] = wayM(i, before[i], now) > 0;
      anyMoved |= moved[i];
    }
    if (!anyMoved) {
      return touches;
    }
    Map<Long, List<Integer>> cells = new HashMap<>();
    for (int i = 0; i < before.length; i++) {
      cells.computeIfAbsent(cell(vehicles.get(i).body(), 0, 0), c -> new ArrayList<>(2)).add(i);
    }
    for (int i = 0; i < before.length; i++) {
      if (!moved[i]) {
        continue;
      }
      for (int dx = -1; dx <= 1; dx++) {
        for (int dy = -1; dy <= 1; dy++) {
          for (int j : cells.getOrDefault(cell(vehicles.get(i).body(), dx, dy), List.of())) {
            if (i != j && (i < j || !moved[j])) {
              look(Math.min(i, j), Math.max(i, j), touches);
            }
          }
        }
      }
    }
    for (int i = 0; i < before.length; i++) {
      before[i] = vehicles.get(i).body();
    }
    return touches;
  }

  private void look(int a, int b, List<Touch> touches) {
    Vehicle first = vehicles.get(a);
    Vehicle second = vehicles.get(b);
    double wayA = wayM(a, before[a], first.body());
    double wayB = wayM(b, before[b], second.body());
    if (!first.mapId().equals(second.mapId())) {
      return;
    }
    double apart = before[a].distanceM(before[b].xM(), before[b].yM());
    long pair = (long) a * before.length + b;
    if (apart > reachM(first) + reachM(second) + wayA + wayB) {
      touching.remove(pair);
      return;
    }
    int pieces = Math.max(1, (int) Math.ceil((wayA + wayB) / PIECE_M));
    boolean touched = false;
    for (int piece = 1; piece <= pieces && !touched; piece++) {
      double share = (double) piece / pieces;
      touched =
          Outline.of(first, between(before[a], first.body(), share))
              .touches(Outline.of(second, between(before[b], second.body(), share)));
    }
    if (!touched) {
      touching.remove(pair);
    } else if (touching.add(pair)) {
      touches.add(new Touch(first, second));
    }
  }

  /** How far the farthest point of the outline moves at most. */
  private double wayM(int vehicle, Body from, Body to) {
    if (from.xM() == to.xM() && from.yM() == to.yM() && from.thetaRad() == to.thetaRad()) {
      return 0;
    }
    double turn = Math.abs(Body.angle(to.thetaRad() - from.thetaRad()));
    return from.distanceM(to.xM(), to.yM()) + turn * reachM(vehicles.get(vehicle));
  }

  private static Body between(Body from, Body to, double share) {
    double turn = Body.angle(to.thetaRad() - from.thetaRad());
    return new Body(
        from.xM() + share * (to.xM() - from.xM()),
        from.yM() + share * (to.yM() - from.yM()),
        from.thetaRad() + share * turn,
        to.speedMps(),
        to.batteryPercent(),
        to.charging(),
        to.map());
  }

  private long cell(Body body, int dx, int dy) {
    long column = Math.round(Math.floor(body.xM() / cellM)) + dx;
    long row = Math.round(Math.floor(body.yM() / cellM)) + dy;
    return (column << 32) ^ (row & 0xFFFFFFFFL);
  }
}
