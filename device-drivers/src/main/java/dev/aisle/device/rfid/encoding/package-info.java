/** Writes EPCs into blank tags: one tag at a time, proven before and after by its chip identity. */
@NullMarked
package dev.aisle.device.rfid.encoding;

import org.jspecify.annotations.NullMarked;
