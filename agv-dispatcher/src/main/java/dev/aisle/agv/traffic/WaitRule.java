package dev.aisle.agv.traffic;

import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportRequest;
import java.util.Collection;
import java.util.Comparator;
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

  private static boolean isOlder(TransportRequest one, TransportRequest other) {
    return Comparator.comparing(TransportRequest::requestedAt)
            .thenComparing(TransportRequest::id)
            .compare(one, other)
        < 0;
  }
}
