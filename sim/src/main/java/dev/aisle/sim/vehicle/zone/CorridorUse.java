package dev.aisle.sim.vehicle.zone;

import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.ReleaseLoss;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a vehicle leaves its edge to pass what stands in its way (VDA 5050 2.1, 6.6.4; 3.0, 6.4):
 * within the corridor, and where that has to be released, once it has asked and was granted. Not
 * thread-safe.
 */
public final class CorridorUse {
  private final ZoneRequests requests = new ZoneRequests("corridor");
  private Optional<Edge> edge = Optional.empty();
  private boolean asks;

  /**
   * Time passes.
   *
   * @param on the edge that it drives on
   * @param blocked something stands in its way
   * @return true if there is something to report
   */
  public boolean step(Optional<Edge> on, boolean blocked, double dtS) {
    if (!asks && !blocked) {
      edge = on;
      return false;
    }
    asks = blocked || on.equals(edge);
    edge = on;
    Map<String, RequestKind> needed =
        edge.filter(one -> asks && corridor(one).filter(Corridor::onRequest).isPresent())
            .map(one -> Map.of(one.edgeId(), RequestKind.CORRIDOR))
            .orElse(Map.of());
    return requests.step(needed, dtS);
  }

  /** The corridor that it may use now. */
  public Optional<Corridor> open() {
    return edge.flatMap(
        one -> corridor(one).filter(way -> !way.onRequest() || requests.isGranted(one.edgeId())));
  }

  /** Whether it has to stay where it is, if that is in its corridor, as it has no leave for it. */
  public boolean standsWithoutLeave() {
    return edge.filter(one -> !requests.isGranted(one.edgeId()))
        .flatMap(CorridorUse::corridor)
        .filter(way -> way.onRequest() && way.lost() == ReleaseLoss.STOP)
        .isPresent();
  }

  private static Optional<Corridor> corridor(Edge edge) {
    return edge.passage().corridor();
  }

  public void hear(List<AccessResponse> responses, Instant now) {
    requests.hear(responses, now);
  }

  /** It starts with an empty memory of what it asked for. */
  public void forget() {
    requests.forget();
    edge = Optional.empty();
    asks = false;
  }

  public List<AccessRequest> requests() {
    return requests.told(edge.map(one -> Integer.toString(one.sequenceId())).orElse("0"));
  }
}
