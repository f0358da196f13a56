/** Readers with an Impinj R2000 that speak A0 (Invelion, Fonkan, Rodinbell, Yanzeo). */
@NullMarked
package dev.aisle.device.rfid.a0;

import org.jspecify.annotations.NullMarked;
