package dev.aisle.wms.transport;

import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Optional;

/**
 * One load from A to B by a vehicle.
 *
 * @param priority higher goes first
 * @param goodsG weight of what is on the unit, in grams; 0 if it is not known
 * @param purpose why, such as {@code put-away}
 * @param failure why it failed or was cancelled
 */
public record Transport(
    TransportId id,
    MoveId move,
    Sscc unit,
    LocationId from,
    LocationId to,
    int priority,
    long goodsG,
    String purpose,
    TransportState state,
    Optional<LocationId> vehicle,
    Instant requestedAt,
    Optional<Instant> assignedAt,
    Optional<Instant> pickedUpAt,
    Optional<Instant> deliveredAt,
    Optional<TransportFailure> failure) {}
