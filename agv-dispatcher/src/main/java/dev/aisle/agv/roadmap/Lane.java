package dev.aisle.agv.roadmap;

/** A straight way in one direction, with its speed limit in metres per second. Two-way is two. */
public record Lane(String from, String to, double speedMps) {
  public Lane {
    if (!(speedMps > 0)) {
      throw new IllegalArgumentException("lane %s-%s needs a speed above 0".formatted(from, to));
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("lane %s leads nowhere".formatted(from));
    }
  }

  public String id() {
    return from + ">" + to;
  }
}
