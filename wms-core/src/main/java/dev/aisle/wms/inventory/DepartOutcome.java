package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.Sscc;
import java.util.List;

/** What came of a departure. */
public sealed interface DepartOutcome {
  record Departed(Sscc unit, List<PostingId> postings) implements DepartOutcome {}

  record AlreadyGone(Sscc unit) implements DepartOutcome {}

  /** Something in it is still reserved for somebody. */
  record Refused(Shortage shortage) implements DepartOutcome {}
}
