package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.storage.NeedsSlot;
import java.time.Instant;

/** A pallet was received against its advice and stands at the dock. */
public record GoodsReceived(AdviceId advice, Sscc unit, LocationId from, Instant at)
    implements NeedsSlot {}
