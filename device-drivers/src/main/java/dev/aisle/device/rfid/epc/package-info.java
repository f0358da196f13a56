/** EPC binary coding of GS1 keys (Tag Data Standard, the 96-bit schemes). */
@NullMarked
package dev.aisle.device.rfid.epc;

import org.jspecify.annotations.NullMarked;
