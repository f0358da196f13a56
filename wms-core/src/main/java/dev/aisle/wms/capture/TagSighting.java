package dev.aisle.wms.capture;

import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Many reads of one tag in one passage, smoothed into one.
 *
 * @param step what the read point is for: receiving, shipping, picking
 * @param peakRssi dBm, when the reader tells
 */
public record TagSighting(
    String readPoint,
    LocationId location,
    String step,
    Epc epc,
    Instant first,
    Instant last,
    int count,
    OptionalDouble peakRssi,
    Direction direction) {}
