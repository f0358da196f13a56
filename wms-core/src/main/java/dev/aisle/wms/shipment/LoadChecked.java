package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.LocationId;
import java.time.Instant;

/**
 * What is known about a load changed: it was checked, or something too much was seen or settled.
 */
public record LoadChecked(LoadId load, LocationId dock, int missing, int surplus, Instant at) {}
