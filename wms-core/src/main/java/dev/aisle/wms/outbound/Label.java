package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/**
 * What a label printer gets.
 *
 * @param zpl complete label in Zebra Programming Language II, UTF-8
 */
public record Label(Sscc sscc, OrderId order, Epc tag, String zpl, Instant madeAt) {}
