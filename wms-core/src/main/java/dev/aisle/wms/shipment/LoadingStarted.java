package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/** The door of the shipping dock should be open from now on. */
public record LoadingStarted(LocationId dock, Sscc parcel, Instant at) {}
