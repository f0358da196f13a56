package dev.aisle.wms.capture;

import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import java.time.Instant;

/** A tag that no handling unit carries. */
public record UnknownTag(
    Epc epc, String readPoint, LocationId location, String step, Direction direction, Instant at) {}
