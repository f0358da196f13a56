/** UHF readers of every make: one engine, and one dialect a make. */
@NullMarked
package dev.aisle.device.rfid.uhf;

import org.jspecify.annotations.NullMarked;
