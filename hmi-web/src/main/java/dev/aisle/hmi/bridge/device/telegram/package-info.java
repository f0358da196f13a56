/** What goes over the lines of devices, kept for a while, without secrets. */
@NullMarked
package dev.aisle.hmi.bridge.device.telegram;

import org.jspecify.annotations.NullMarked;
