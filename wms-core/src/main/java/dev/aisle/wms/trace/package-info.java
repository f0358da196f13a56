/** The life of a unit and of an order, told from what the other capabilities keep. */
@NullMarked
package dev.aisle.wms.trace;

import org.jspecify.annotations.NullMarked;
