package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.LocationId;
import java.time.Instant;

/**
 * A truck left.
 *
 * @param missing parcels of its papers that stayed here; a person let it go then
 */
public record LoadLeft(LoadId load, LocationId dock, int parcels, int missing, Instant at) {}
