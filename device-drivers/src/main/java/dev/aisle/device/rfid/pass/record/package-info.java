/** What a pass was, what was seen of it, and why it was judged so. */
@NullMarked
package dev.aisle.device.rfid.pass.record;

import org.jspecify.annotations.NullMarked;
