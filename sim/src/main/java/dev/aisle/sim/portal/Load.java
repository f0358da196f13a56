package dev.aisle.sim.portal;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One forklift with tagged units on its way through a door, or only up to it and back.
 *
 * @param units tags that can answer, on the load
 * @param expected what the papers say: all that is carried, and what is missing
 * @param inwards true when it goes into the warehouse
 * @param turnsAtX where it turns back, in the direction of travel; infinite when it goes through
 */
record Load(
    int door,
    List<Unit> units,
    Set<String> expected,
    boolean inwards,
    double speed,
    double length,
    double startsAt,
    double stopsAtX,
    double stopSeconds,
    double turnsAtX) {

  /** A tag on the load: where it sits, and how well it answers. */
  record Unit(String epc, double alongX, double acrossY, double attenuation, boolean dead) {}

  static final double FROM_X = -5;
  static final double TO_X = 8.5;

  boolean goesThrough() {
    return turnsAtX == Double.POSITIVE_INFINITY;
  }

  /** Where the front of the load is, along its way from the outside, or from the inside. */
  double travelled(double t) {
    double moving = Math.max(0, t - startsAt);
    double stop = stopsAtX - (inwards ? FROM_X : -TO_X);
    double toStop = stop / speed;
    if (moving > toStop) {
      moving = Math.max(toStop, moving - stopSeconds);
    }
    double way = moving * speed;
    double turn = turnsAtX - (inwards ? FROM_X : -TO_X);
    return way > turn ? Math.max(0, 2 * turn - way) : way;
  }

  /** Position of the front in the hall: 0 at the opening, positive inside. */
  double frontX(double t) {
    return inwards ? FROM_X + travelled(t) : TO_X - travelled(t);
  }

  double endsAt() {
    double way = goesThrough() ? TO_X - FROM_X + length : 2 * (turnsAtX - FROM_X);
    return startsAt + way / speed + stopSeconds;
  }

  double x(Unit unit, double t) {
    return inwards ? frontX(t) - unit.alongX() : frontX(t) + unit.alongX();
  }

  /** True while the body is in a beam across the door at {@code x}. */
  boolean blocks(double x, double t) {
    double front = frontX(t);
    double rear = inwards ? front - length : front + length;
    return x >= Math.min(front, rear) && x <= Math.max(front, rear);
  }

  static double between(RandomGenerator random, double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
