/** From a flood of reads to one pass of one tag, with a direction. Pure. */
@NullMarked
package dev.aisle.device.rfid.smoothing;

import org.jspecify.annotations.NullMarked;
