package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.LocationId;
import java.time.Instant;

/** A delivery stands at a dock. */
public record TruckArrived(AdviceId advice, LocationId dock, Instant at) {}
