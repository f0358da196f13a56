/** Values that every capability speaks: identifiers, quantities, evidence. */
@NullMarked
package dev.aisle.wms.shared;

import org.jspecify.annotations.NullMarked;
