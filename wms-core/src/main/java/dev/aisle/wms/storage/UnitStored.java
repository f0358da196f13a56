package dev.aisle.wms.storage;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/** A unit stands in its slot. */
public record UnitStored(Sscc unit, LocationId slot, Purpose purpose, Instant at) {}
