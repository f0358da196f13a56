package dev.aisle.wms.storage;

import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.transport.TransportId;

/** What came of the wish to put a unit into a slot. */
public sealed interface PutAwayOutcome {
  record Started(SlotChoice choice, MoveId move, TransportId transport) implements PutAwayOutcome {}

  /** It is being carried already. */
  record UnderWay(Sscc unit, MoveId move) implements PutAwayOutcome {}

  /** It stands in a slot, or nowhere. */
  record NothingToDo(Sscc unit) implements PutAwayOutcome {}

  /**
   * It stays where it is and is tried again when room appears.
   *
   * @param free free slots
   * @param kept how many of them are kept for units that have to come back
   */
  record NoFreeSlot(Sscc unit, int free, int kept) implements PutAwayOutcome {}
}
