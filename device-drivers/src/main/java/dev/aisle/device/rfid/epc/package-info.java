/** EPC binary coding of GS1 keys (Tag Data Standard 2.x), pure: text in, values out. */
@NullMarked
package dev.aisle.device.rfid.epc;

import org.jspecify.annotations.NullMarked;
