/** What is said to UHF readers and heard from them, whatever their make. */
@NullMarked
package dev.aisle.device.rfid.uhf.protocol;

import org.jspecify.annotations.NullMarked;
