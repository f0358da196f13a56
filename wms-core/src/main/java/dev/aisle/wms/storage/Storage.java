package dev.aisle.wms.storage;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.util.List;

/** Puts units into slots and fetches them. */
public interface Storage {

  /**
   * Chooses a slot, keeps the reason, holds the room and asks for a vehicle; or keeps the unit in
   * mind until there is room. Asking again while it is under way changes nothing.
   */
  PutAwayOutcome putAway(Sscc unit, Purpose purpose);

  /** Has a unit brought from where it stands. */
  BringOutcome bring(Sscc unit, LocationId to, Purpose purpose);

  /** Tries again for units that wait for a slot, longest waiting first; says how many went. */
  int retryWaiting();

  /** Units that wait for a slot, longest first. */
  List<Sscc> waiting();

  /** What was decided about a unit, oldest first. */
  List<SlotChoice> choices(Sscc unit);
}
