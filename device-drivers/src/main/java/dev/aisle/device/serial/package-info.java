/** Byte streams to devices: serial lines and TCP sockets. */
@NullMarked
package dev.aisle.device.serial;

import org.jspecify.annotations.NullMarked;
