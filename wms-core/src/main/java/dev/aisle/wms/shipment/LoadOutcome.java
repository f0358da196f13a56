package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.TaskId;
import java.time.Instant;

/** What came of an act at a shipping dock. */
public sealed interface LoadOutcome {
  record Started(LocationId dock, Sscc parcel) implements LoadOutcome {}

  record Left(Sscc parcel) implements LoadOutcome {}

  record AlreadyDone(TaskId task, String by, Instant at) implements LoadOutcome {}

  record InOtherHands(TaskId task, String by, Instant until) implements LoadOutcome {}

  /** Something else was seen leaving; a supervisor has to look. */
  record Held(TaskId task) implements LoadOutcome {}

  /** The portal did not see the parcel leave, and its number was not scanned. */
  record NotSeenLeaving(Sscc parcel) implements LoadOutcome {}

  record WrongCode(String scanned, String expected) implements LoadOutcome {}

  /** It does not stand at the dock. */
  record NotHere(Sscc parcel) implements LoadOutcome {}

  record Withdrawn(TaskId task) implements LoadOutcome {}
}
