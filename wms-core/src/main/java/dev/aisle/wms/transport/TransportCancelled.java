package dev.aisle.wms.transport;

import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/** No vehicle is wanted any more. The move is void. */
public record TransportCancelled(
    TransportId id, MoveId move, Sscc unit, String purpose, String reason, Instant at) {}
