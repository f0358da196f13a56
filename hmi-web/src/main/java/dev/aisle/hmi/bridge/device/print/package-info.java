/** Labels that wait for their printers. */
@NullMarked
package dev.aisle.hmi.bridge.device.print;

import org.jspecify.annotations.NullMarked;
