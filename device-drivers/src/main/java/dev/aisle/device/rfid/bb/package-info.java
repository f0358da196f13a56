/** UHF reader modules that speak BB..7E (M100, QM100, YRM100, R200, JRD-100, FM-503). */
@NullMarked
package dev.aisle.device.rfid.bb;

import org.jspecify.annotations.NullMarked;
