package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.LocationId;
import java.time.Instant;

/** The truck may leave and the door be shut. */
public record ReceiptClosed(AdviceId advice, LocationId dock, int missing, Instant at) {}
