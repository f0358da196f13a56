package dev.aisle.wms.storage;

import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.transport.TransportId;

/** What came of the wish to have a unit brought somewhere. */
public sealed interface BringOutcome {
  record Started(MoveId move, TransportId transport) implements BringOutcome {}

  /** Something stands there or is on its way there. */
  record Occupied(LocationId to) implements BringOutcome {}

  /** It is being carried already. */
  record UnderWay(Sscc unit, MoveId move) implements BringOutcome {}

  /** It stands nowhere, or already there. */
  record NothingToMove(Sscc unit) implements BringOutcome {}

  /** It never had a slot, and there would be none to take it back into. */
  record NoWayBack(Sscc unit) implements BringOutcome {}
}
