package dev.aisle.wms.unit;

import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Sscc;

/** What came of binding a tag to a handling unit. */
public sealed interface TagBinding {
  record Bound(Sscc unit, Epc tag) implements TagBinding {}

  /** Another living unit carries this tag. */
  record InUse(Epc tag, Sscc by) implements TagBinding {}
}
