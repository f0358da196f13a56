/** How shipments are kept and checked. */
@NullMarked
package dev.aisle.wms.shipment.internal;

import org.jspecify.annotations.NullMarked;
