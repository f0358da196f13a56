/** Tag readers of any make: what they read, and how they are. */
@NullMarked
package dev.aisle.device.rfid;

import org.jspecify.annotations.NullMarked;
