package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;

/** What came of reserving a move. */
public sealed interface MoveOutcome {
  record Reserved(MoveId move) implements MoveOutcome {}

  /** What stands there and what is on its way there leaves no room. */
  record DestinationFull(LocationId destination) implements MoveOutcome {}

  /** The unit already has an open move. */
  record AlreadyMoving(MoveId move) implements MoveOutcome {}

  /** The unit stands nowhere, or already there. */
  record NothingToMove(Sscc unit) implements MoveOutcome {}
}
