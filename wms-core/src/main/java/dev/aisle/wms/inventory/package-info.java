/** The double-entry ledger: stock, reservations and moves of handling units. */
@NullMarked
package dev.aisle.wms.inventory;

import org.jspecify.annotations.NullMarked;
