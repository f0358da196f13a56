/** Barcode scanners on a serial line, and what a scanned code means. */
@NullMarked
package dev.aisle.device.barcode;

import org.jspecify.annotations.NullMarked;
