package dev.aisle.wms.capture;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/** A handling unit passed or stands at a read point. */
public record HandlingUnitSeen(
    Sscc unit,
    String readPoint,
    LocationId location,
    String step,
    Direction direction,
    Instant first,
    Instant last) {}
