/** Items, parties, advices and orders from CSV files. */
@NullMarked
package dev.aisle.wms.masterdata;

import org.jspecify.annotations.NullMarked;
