package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/** A parcel is closed, labelled and tagged, and stands ready to be fetched. */
public record UnitPacked(Sscc unit, Epc tag, LocationId at, OrderId order, Instant when) {}
