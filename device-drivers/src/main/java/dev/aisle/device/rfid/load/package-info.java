/** Is the load complete? What papers say against what was seen. Pure. */
@NullMarked
package dev.aisle.device.rfid.load;

import org.jspecify.annotations.NullMarked;
