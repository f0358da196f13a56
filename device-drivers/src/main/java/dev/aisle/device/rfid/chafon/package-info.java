/** UHF readers that speak UHFReader18 or UHFReader288 (Chafon, Rongrui, AsReader Box, SID). */
@NullMarked
package dev.aisle.device.rfid.chafon;

import org.jspecify.annotations.NullMarked;
