package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.PartyId;
import java.time.Instant;
import java.util.Optional;

/** One row of the list of deliveries. */
public record AdviceRow(
    AdviceId id,
    PartyId supplier,
    String supplierName,
    Optional<LocationId> dock,
    AdviceState state,
    int pallets,
    int received,
    Instant announcedAt) {}
