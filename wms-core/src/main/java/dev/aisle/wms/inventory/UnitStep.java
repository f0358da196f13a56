package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Optional;

/** A change of place of a handling unit that was posted. */
public record UnitStep(
    long id,
    Sscc unit,
    Optional<LocationId> from,
    Optional<LocationId> to,
    Optional<MoveId> move,
    Occasion occasion,
    Instant postedAt) {}
