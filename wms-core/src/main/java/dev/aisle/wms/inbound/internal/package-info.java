/** How advices are kept and receipts are posted. */
@NullMarked
package dev.aisle.wms.inbound.internal;

import org.jspecify.annotations.NullMarked;
