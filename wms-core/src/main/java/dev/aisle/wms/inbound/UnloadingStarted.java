package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.LocationId;
import java.time.Instant;

/** The door of the dock should be open from now on. */
public record UnloadingStarted(AdviceId advice, LocationId dock, Instant at) {}
