/** Goods that arrive: dispatch advices, docks, receipts. */
@NullMarked
package dev.aisle.wms.inbound;

import org.jspecify.annotations.NullMarked;
