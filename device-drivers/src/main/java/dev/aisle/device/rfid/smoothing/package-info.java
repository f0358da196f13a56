/** Tag smoothing as in ALE 1.1: unknown, glimpsed, observed, lost. Pure. */
@NullMarked
package dev.aisle.device.rfid.smoothing;

import org.jspecify.annotations.NullMarked;
