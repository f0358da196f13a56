/** How the ledger is kept; locks are always taken in one sorted order. */
@NullMarked
package dev.aisle.wms.inventory.internal;

import org.jspecify.annotations.NullMarked;
