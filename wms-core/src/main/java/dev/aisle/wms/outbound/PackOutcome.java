package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.task.TaskId;
import java.time.Instant;

/** What came of packing. */
public sealed interface PackOutcome {
  record Packed(Parcel parcel, LocationId at) implements PackOutcome {}

  record AlreadyDone(TaskId task, String by, Instant at) implements PackOutcome {}

  record InOtherHands(TaskId task, String by, Instant until) implements PackOutcome {}

  /** A parcel still stands where this one should be put. */
  record PackOutOccupied(LocationId at) implements PackOutcome {}

  record Withdrawn(TaskId task) implements PackOutcome {}
}
