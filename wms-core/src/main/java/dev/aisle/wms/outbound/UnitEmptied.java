package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.storage.FreesRoom;
import java.time.Instant;

/** Nothing is left in a unit; people take the empty pallet away. */
public record UnitEmptied(Sscc unit, LocationId position, Instant at) implements FreesRoom {}
