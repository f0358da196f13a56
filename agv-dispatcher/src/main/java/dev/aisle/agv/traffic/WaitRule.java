package dev.aisle.agv.traffic;

import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where one load stands, the next can only be brought once the first has been fetched. */
public final class WaitRule {
  private WaitRule() {}

  /** The older transport that must first fetch its load from where this one shall bring its own. */
  public static Optional<TransportId> fetchFirst(
      TransportRequest request, Collection<TransportRecord> all) {
    return all.stream()
        .filter(t -> !t.stage().isOver() && !t.stage().isLoaded())
        .map(TransportRecord::request)
        .filter(t -> t.fromNode().equals(request.toNode()) && isOlder(t, request))
        .map(TransportRequest::id)
        .findFirst();
  }

  /** For each place, the oldest transport whose load still has to be fetched there. */
  public static Map<String, TransportRequest> firstToFetch(Collection<TransportRecord> all) {
    Map<String, TransportRequest> first = new HashMap<>();
    for (TransportRecord record : all) {
      if (!record.stage().isOver() && !record.stage().isLoaded()) {
        TransportRequest request = record.request();
        first.merge(request.fromNode(), request, (a, b) -> isOlder(b, a) ? b : a);
      }
    }
    return first;
  }

  /**
   * True if another load must first be fetched from where this one shall go.
   *
   * @param firstToFetch see {@link #firstToFetch}
   */
  public static boolean mustWait(
      TransportRequest request, Map<String, TransportRequest> firstToFetch) {
    TransportRequest first = firstToFetch.get(request.toNode());
    return first != null && isOlder(first, request);
  }

  private static boolean isOlder(TransportRequest one, TransportRequest other) {
    return Comparator.comparing(TransportRequest::requestedAt)
            .thenComparing(TransportRequest::id)
            .compare(one, other)
        < 0;
  }
}
