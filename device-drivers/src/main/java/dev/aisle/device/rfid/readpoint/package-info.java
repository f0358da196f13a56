/**
 * Which antennas make up a place where tags are read, and the rules that hold there. Values only.
 */
@NullMarked
package dev.aisle.device.rfid.readpoint;

import org.jspecify.annotations.NullMarked;
