package dev.aisle.sim.fleet.watch;

import dev.aisle.sim.vehicle.Body;
import dev.aisle.sim.vehicle.Vehicle;

/** A rectangle seen from above: middle, direction, and half of length and width, in metres. */
record Outline(
    double xM, double yM, double cos, double sin, double halfLengthM, double halfWidthM) {

  static Outline of(Vehicle vehicle, Body at) {
    return new Outline(
        at.xM(),
        at.yM(),
        Math.cos(at.thetaRad()),
        Math.sin(at.thetaRad()),
        vehicle.spec().lengthM() / 2,
        vehicle.spec().widthM() / 2);
  }

  /** True when no line along a side of one of them lies between the two. */
  boolean touches(Outline other) {
    return !apart(other, cos, sin)
        && !apart(other, -sin, cos)
        && !apart(other, other.cos, other.sin)
        && !apart(other, -other.sin, other.cos);
  }

  private boolean apart(Outline other, double x, double y) {
    double between = Math.abs((other.xM - xM) * x + (other.yM - yM) * y);
    return between >= reach(x, y) + other.reach(x, y);
  }

  private double reach(double x, double y) {
    return halfLengthM * Math.abs(cos * x + sin * y) + halfWidthM * Math.abs(cos * y - sin * x);
  }
}
