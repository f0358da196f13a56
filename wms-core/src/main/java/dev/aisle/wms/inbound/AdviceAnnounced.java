package dev.aisle.wms.inbound;

import java.time.Instant;

/** A delivery was announced. */
public record AdviceAnnounced(AdviceId advice, int pallets, Instant at) {}
