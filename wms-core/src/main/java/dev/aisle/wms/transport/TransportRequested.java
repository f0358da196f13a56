package dev.aisle.wms.transport;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/**
 * A vehicle is wanted. Handing it to the dispatcher twice under the same id changes nothing.
 *
 * @param goodsG weight of what is on the unit, in grams; 0 if it is not known
 */
public record TransportRequested(
    TransportId id,
    Sscc unit,
    LocationId from,
    LocationId to,
    int priority,
    long goodsG,
    Instant at) {}
