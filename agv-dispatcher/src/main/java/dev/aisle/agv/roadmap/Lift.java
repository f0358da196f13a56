package dev.aisle.agv.roadmap;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * A lift that joins levels, each of which is a map of its own. Where its cab stops there is a node
 * on each map; who is in the cab at one of them disappears from that map and is then at another
 * (VDA 5050 2.1, 6.6.2 on {@code mapId}). One vehicle at a time has all of them.
 *
 * @param id name of the machine that moves it
 * @param stops nodes in the cab, from one end of the shaft to the other
 * @param ride from standing open at one level to standing open at the next
 * @param within a lift that was called and does not stand open after so long is out of order
 */
public record Lift(String id, List<String> stops, Duration ride, Duration within) {
  public Lift {
    stops = List.copyOf(stops);
    if (stops.size() < 2 || new HashSet<>(stops).size() < stops.size()) {
      throw new IllegalArgumentException("lift %s needs two stops or more".formatted(id));
    }
    if (!ride.isPositive() || !within.isPositive()) {
      throw new IllegalArgumentException("lift %s needs time to ride".formatted(id));
    }
  }

  /** Time of the longest ride. */
  public Duration longest() {
    return ride.multipliedBy(stops.size() - 1L);
  }

  /** Time of a ride between two of its stops. */
  Duration between(String from, String to) {
    return ride.multipliedBy(Math.abs(stops.indexOf(from) - stops.indexOf(to)));
  }

  /** The rides between all its stops, as lanes. */
  List<Lane> rides() {
    return stops.stream()
        .flatMap(
            from ->
                stops.stream()
                    .filter(to -> !to.equals(from))
                    .map(to -> new Lane(from, to, 1, LaneWay.PLAIN.riding(between(from, to)))))
        .toList();
  }
}
