/** What may be written to a controller, and why something was not. */
@NullMarked
package dev.aisle.device.plc.output;

import org.jspecify.annotations.NullMarked;
