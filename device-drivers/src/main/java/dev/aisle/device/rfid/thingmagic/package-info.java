/**
 * Modules of ThingMagic (now JADAK): M6e, Micro, Nano, M7e, and Silion modules that follow them.
 */
@NullMarked
package dev.aisle.device.rfid.thingmagic;

import org.jspecify.annotations.NullMarked;
