/** Each device that runs: its driver, its state in words, its last readings. */
@NullMarked
package dev.aisle.hmi.bridge.device.running;

import org.jspecify.annotations.NullMarked;
