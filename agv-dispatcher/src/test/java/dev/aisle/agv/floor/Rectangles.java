package dev.aisle.agv.floor;

/** Whether two vehicles cover the same ground: no line separates their rectangles. */
final class Rectangles {
  private Rectangles() {}

  static boolean overlap(VirtualVehicle a, VirtualVehicle b) {
    double dx = b.xM() - a.xM();
    double dy = b.yM() - a.yM();
    if (dx * dx + dy * dy > 9) {
      return false;
    }
    for (double axis :
        new double[] {a.theta(), a.theta() + Math.PI / 2, b.theta(), b.theta() + Math.PI / 2}) {
      double apart = Math.abs(dx * Math.cos(axis) + dy * Math.sin(axis));
      if (apart > reach(a, axis) + reach(b, axis)) {
        return false;
      }
    }
    return true;
  }

  private static double reach(VirtualVehicle v, double axis) {
    return Math.abs(Math.cos(axis - v.theta())) * v.spec.lengthM() / 2
        + Math.abs(Math.sin(axis - v.theta())) * v.spec.widthM() / 2;
  }
}
