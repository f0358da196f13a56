package dev.aisle.sim.fleet.wire;

import dev.aisle.device.agv.VehicleId;
import java.util.List;
import java.util.Map;

/**
 * What came of a run on the wire.
 *
 * @param releaseNanos from the state that allowed it to the order, as heard at the broker
 * @param stepNanos of the dispatcher, without storing its journal
 * @param keepNanos of storing the journal
 * @param states heard while it was measured
 * @param messages states and orders heard while it was measured
 * @param dropped reports for which the dispatcher had no room
 * @param wrongs transports that ended otherwise than by standing where they shall
 * @param touches vehicles whose outlines touched
 */
public record WireOutcome(
    List<Long> releaseNanos,
    List<Long> stepNanos,
    List<Long> keepNanos,
    long states,
    long messages,
    long dropped,
    int asked,
    Map<VehicleId, Integer> deliveredBy,
    List<String> wrongs,
    List<String> unended,
    List<String> touches) {
  public WireOutcome {
    releaseNanos = List.copyOf(releaseNanos);
    stepNanos = List.copyOf(stepNanos);
    keepNanos = List.copyOf(keepNanos);
    deliveredBy = Map.copyOf(deliveredBy);
    wrongs = List.copyOf(wrongs);
    unended = List.copyOf(unended);
    touches = List.copyOf(touches);
  }

  public int delivered() {
    return deliveredBy.values().stream().mapToInt(Integer::intValue).sum();
  }
}
