/** Streams of reads and eye breaks, recorded in files and given to the read points again. */
@NullMarked
package dev.aisle.device.rfid.recording;

import org.jspecify.annotations.NullMarked;
