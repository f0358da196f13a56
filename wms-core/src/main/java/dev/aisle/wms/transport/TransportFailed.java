package dev.aisle.wms.transport;

import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Optional;

/**
 * The vehicle gave up. The move is still open: who asked for it asks for another transport, or
 * voids it.
 *
 * @param place where the unit is now: still where it was, or on the vehicle
 */
public record TransportFailed(
    TransportId id,
    MoveId move,
    Sscc unit,
    Optional<LocationId> place,
    String purpose,
    String code,
    Instant at) {}
