/** Parcels that leave: staged at a shipping dock, checked by its portal, handed over. */
@NullMarked
package dev.aisle.wms.shipment;

import org.jspecify.annotations.NullMarked;
