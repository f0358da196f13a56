package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Optional;

/** What was seen leaving is not what should leave there. */
public record ShipmentMismatch(LocationId dock, Sscc seen, Optional<Sscc> expected, Instant at) {}
