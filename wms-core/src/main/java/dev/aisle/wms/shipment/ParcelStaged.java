package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/** A parcel stands at its shipping dock. */
public record ParcelStaged(Sscc parcel, OrderId order, LocationId dock, Instant at) {}
