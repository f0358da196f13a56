package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.LocationId;

/** What came of reporting how a move goes on. */
public sealed interface MoveProgress {
  record Done(MoveId move) implements MoveProgress {}

  /** It was so already, or the move has ended; nothing changed. */
  record AlreadyDone(MoveId move, Move.State state) implements MoveProgress {}

  /** It ended somewhere else than planned, where the books have no room. */
  record NoRoom(MoveId move, LocationId at) implements MoveProgress {}
}
