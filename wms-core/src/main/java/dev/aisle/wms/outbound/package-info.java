/** Goods that are picked and packed: orders at stations, units at positions, parcels. */
@NullMarked
package dev.aisle.wms.outbound;

import org.jspecify.annotations.NullMarked;
