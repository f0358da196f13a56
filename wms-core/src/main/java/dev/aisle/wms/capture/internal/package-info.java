/** How sightings are kept. */
@NullMarked
package dev.aisle.wms.capture.internal;

import org.jspecify.annotations.NullMarked;
