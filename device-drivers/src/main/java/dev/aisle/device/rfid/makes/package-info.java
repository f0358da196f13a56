/** Which makes of UHF reader there are, under the names of the site file and the bench. */
@NullMarked
package dev.aisle.device.rfid.makes;

import org.jspecify.annotations.NullMarked;
