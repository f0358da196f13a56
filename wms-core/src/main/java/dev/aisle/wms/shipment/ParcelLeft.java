package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/** A parcel left through its dock; its goods belong to the customer. */
public record ParcelLeft(Sscc parcel, OrderId order, LocationId dock, Instant at) {}
