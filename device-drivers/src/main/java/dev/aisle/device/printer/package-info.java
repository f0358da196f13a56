/** Label printers that speak ZPL II, with or without an RFID encoder, and the labels for them. */
@NullMarked
package dev.aisle.device.printer;

import org.jspecify.annotations.NullMarked;
