package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.Sscc;

/** Announced and not received as announced. */
public record Difference(
    Sscc unit, ItemId item, long announced, long received, PalletState state) {}
