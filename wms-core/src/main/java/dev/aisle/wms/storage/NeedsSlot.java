package dev.aisle.wms.storage;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;

/** A unit stands where it cannot stay. Events that mean so implement this. */
public interface NeedsSlot {
  Sscc unit();

  /** Where it stood when this was said; if it is elsewhere by now, nothing needs to be done. */
  LocationId from();
}
