package dev.aisle.wms.transport;

import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/** The unit is on the vehicle; the ledger already says so. */
public record TransportPickedUp(
    TransportId id,
    MoveId move,
    Sscc unit,
    LocationId from,
    LocationId vehicle,
    String purpose,
    Instant at) {}
