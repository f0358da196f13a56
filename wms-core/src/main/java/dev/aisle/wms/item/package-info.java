/** What is stored: items, their size, weight and packing. */
@NullMarked
package dev.aisle.wms.item;

import org.jspecify.annotations.NullMarked;
