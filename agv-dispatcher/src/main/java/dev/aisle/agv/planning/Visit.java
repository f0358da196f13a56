package dev.aisle.agv.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A vehicle's stay at one node of its way.
 *
 * @param index counts the visits of one vehicle over its whole life; a node visited twice has two
 * @param after what must have happened before the vehicle may set out for this visit
 */
public record Visit(long index, String node, Optional<Stop> stop, List<After> after) {
  public Visit {
    after = List.copyOf(after);
  }

  /** Time planned for what is to be done there, in milliseconds. */
  public long dwellMs() {
    return stop.map(Stop::dwellMs).orElse(0L);
  }

  public Visit done() {
    return stop.isEmpty() ? this : new Visit(index, node, Optional.empty(), after);
  }

  public Visit andAfter(List<After> more) {
    List<After> all = new ArrayList<>(after);
    for (After one : more) {
      if (!all.contains(one)) {
        all.add(one);
      }
    }
    return new Visit(index, node, stop, all);
  }

  public Visit withoutAfter(java.util.function.Predicate<After> which) {
    return after.stream().noneMatch(which)
        ? this
        : new Visit(index, node, stop, after.stream().filter(which.negate()).toList());
  }
}
