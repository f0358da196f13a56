/** Handling units: what is moved as one piece, and the tag on it. */
@NullMarked
package dev.aisle.wms.unit;

import org.jspecify.annotations.NullMarked;
