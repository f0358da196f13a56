package dev.aisle.agv.roadmap;

import java.util.Collection;

/** Ground a vehicle covers with its load, in metres. */
public record Footprint(double lengthM, double widthM) {
  public Footprint {
    if (!(lengthM > 0) || !(widthM > 0)) {
      throw new IllegalArgumentException("a vehicle has a length and a width above 0");
    }
  }

  /** Radius in metres of the circle swept when turning on the spot about the centre. */
  public double turningRadiusM() {
    return Math.hypot(lengthM, widthM) / 2;
  }

  /** Smallest footprint that covers each of the given ones; one metre square if there are none. */
  public static Footprint coveringAll(Collection<Footprint> footprints) {
    double length = footprints.stream().mapToDouble(Footprint::lengthM).max().orElse(1);
    double width = footprints.stream().mapToDouble(Footprint::widthM).max().orElse(1);
    return new Footprint(length, width);
  }
}
