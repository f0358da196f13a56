package dev.aisle.sim.vehicle.zone;

import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.StateDetails.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a vehicle has asked for, one request for each zone or corridor. Not thread-safe. */
final class ZoneRequests {
  /** One that is over is told so long before it is asked anew. */
  private static final double OVER_S = 3;

  private static final double MS_PER_S = 1000;

  private final Map<String, Request> byZone = new LinkedHashMap<>();
  private final String prefix;
  private int count;

  /**
   * @param prefix of the names of its requests
   */
  ZoneRequests(String prefix) {
    this.prefix = prefix;
  }

  private static final class Request {
    final String id;
    final RequestKind kind;
    RequestStatus status = RequestStatus.REQUESTED;
    double leaseLeftS = Double.POSITIVE_INFINITY;
    double overS;

    Request(String id, RequestKind kind) {
      this.id = id;
      this.kind = kind;
    }

    boolean isOver() {
      return status == RequestStatus.EXPIRED || status == RequestStatus.REVOKED;
    }
  }

  /** Whether it has leave to be in a zone. */
  boolean isGranted(String zone) {
    Request request = byZone.get(zone);
    return request != null && request.status == RequestStatus.GRANTED;
  }

  /**
   * Time passes; asks for all that is needed, and takes back what is not.
   *
   * @return true if there is something to report
   */
  boolean step(Map<String, RequestKind> needed, double dtS) {
    boolean changed = byZone.keySet().removeIf(zone -> !needed.containsKey(zone));
    for (Map.Entry<String, RequestKind> need : needed.entrySet()) {
      Request request = byZone.get(need.getKey());
      if (request == null || (request.isOver() && request.overS >= OVER_S)) {
        byZone.put(need.getKey(), new Request(prefix + "-" + ++count, need.getValue()));
        changed = true;
      } else {
        changed |= pass(request, dtS);
      }
    }
    return changed;
  }

  private static boolean pass(Request request, double dtS) {
    if (request.isOver()) {
      request.overS += dtS;
    }
    request.leaseLeftS -= dtS;
    if (request.status == RequestStatus.GRANTED && request.leaseLeftS <= 0) {
      request.status = RequestStatus.EXPIRED;
      return true;
    }
    return false;
  }

  /**
   * @param now on the clock by which leases are told
   * @return the zones of which leave was lost
   */
  Set<String> hear(List<AccessResponse> responses, Instant now) {
    Set<String> lost = new java.util.LinkedHashSet<>();
    for (AccessResponse response : responses) {
      byZone.forEach(
          (zone, request) -> {
            if (request.id.equals(response.requestId()) && !request.isOver()) {
              hear(request, response, now);
              if (request.status == RequestStatus.REVOKED) {
                lost.add(zone);
              }
            }
          });
    }
    return lost;
  }

  private static void hear(Request request, AccessResponse response, Instant now) {
    switch (response.grant()) {
      case GRANTED -> {
        request.status = RequestStatus.GRANTED;
        request.leaseLeftS =
            response
                .leaseEnds()
                .map(end -> Duration.between(now, end).toMillis() / MS_PER_S)
                .orElse(Double.POSITIVE_INFINITY);
      }
      case REVOKED, REJECTED -> request.status = RequestStatus.REVOKED;
      case QUEUED -> {}
    }
  }

  void forget() {
    byZone.clear();
  }

  List<AccessRequest> told(String within) {
    return byZone.entrySet().stream()
        .map(
            one ->
                new AccessRequest(
                    one.getValue().id,
                    one.getValue().kind,
                    one.getKey(),
                    within,
                    one.getValue().status))
        .toList();
  }
}
