package dev.aisle.wms.task;

import java.time.Instant;
import java.util.Optional;

/**
 * One piece of work at one station.
 *
 * @param subject what it is about: an advice, a pick, an order or a parcel, depending on the kind
 * @param priority lower is more urgent
 * @param leaseUntil until when the claim of {@code claimedBy} keeps others away
 */
public record Task(
    TaskId id,
    TaskKind kind,
    String station,
    String subject,
    int priority,
    TaskState state,
    Instant openedAt,
    Optional<String> claimedBy,
    Optional<Instant> leaseUntil,
    Optional<Instant> startedAt,
    Optional<String> doneBy,
    Optional<Instant> doneAt) {

  public boolean open() {
    return state == TaskState.READY || state == TaskState.CLAIMED || state == TaskState.HELD;
  }
}
