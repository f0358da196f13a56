package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.TaskId;
import java.time.Instant;

/** What came of an act at a pick position. */
public sealed interface PickOutcome {
  record Picked(long pick, Quantity quantity) implements PickOutcome {}

  /**
   * A short pick was booked.
   *
   * @param refilled whether other stock was found; if not, the order waits
   */
  record PickedShort(long pick, Quantity quantity, Quantity difference, boolean refilled)
      implements PickOutcome {}

  /** The unit at the position is the right one. */
  record UnitConfirmed(LocationId position, Sscc unit) implements PickOutcome {}

  record AlreadyDone(TaskId task, String by, Instant at) implements PickOutcome {}

  record InOtherHands(TaskId task, String by, Instant until) implements PickOutcome {}

  /** Another unit was seen at the position. */
  record Held(LocationId position, Sscc expected) implements PickOutcome {}

  /** Neither the tag head nor a scan has said which unit stands there. */
  record UnitNotConfirmed(LocationId position, Sscc expected) implements PickOutcome {}

  record WrongCode(String scanned, String expected) implements PickOutcome {}

  /** Less is a short pick, more is not allowed. */
  record QuantityDiffers(Quantity wanted, Quantity given) implements PickOutcome {}

  /** The order was cancelled, or the task never was. */
  record Withdrawn(TaskId task) implements PickOutcome {}

  record NothingThere(LocationId position) implements PickOutcome {}
}
