/** From a tag sighting to a handling unit that was seen. */
@NullMarked
package dev.aisle.wms.capture;

import org.jspecify.annotations.NullMarked;
