/**
 * From a flood of reads to tags that went past a place, each with a direction and with everything
 * the decision rests on. Pure: time is given, and the same events give the same decisions.
 */
@NullMarked
package dev.aisle.device.rfid.pass;

import org.jspecify.annotations.NullMarked;
