package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;

/** What came of placing a handling unit. */
public sealed interface PlaceOutcome {
  record Placed(Sscc unit, LocationId at) implements PlaceOutcome {}

  record AlreadyThere(Sscc unit, LocationId at) implements PlaceOutcome {}

  record Full(LocationId at) implements PlaceOutcome {}

  /** It has an open move, which has to be posted or voided first. */
  record Moving(MoveId move) implements PlaceOutcome {}
}
