package dev.aisle.agv.planning;

import java.util.List;

/** What one visit waits for, in numbers: those vehicles must have reached those visits. */
final class Waits {
  private final Roll roll;
  private final List<After> afters;
  final int[] vehicle;
  final long[] visit;

  Waits(Roll roll, List<After> afters) {
    this.roll = roll;
    this.afters = afters;
    vehicle = new int[afters.size()];
    visit = new long[afters.size()];
    for (int i = 0; i < vehicle.length; i++) {
      vehicle[i] = roll.number(afters.get(i).vehicle());
      visit[i] = afters.get(i).reachedAt();
    }
  }

  /** True if nothing has changed since they were looked up. */
  @SuppressWarnings("ReferenceEquality") // lists of waits are never changed, but replaced
  boolean tell(Roll fleet, List<After> now) {
    return roll == fleet && afters == now;
  }
}
