package dev.aisle.wms.storage;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/** A unit has to wait for a slot. */
public record PutAwayRefused(Sscc unit, LocationId at, int free, int kept, Instant when) {}
