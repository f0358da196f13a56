/** Barcode scanners on simulated serial lines. */
@NullMarked
package dev.aisle.sim.scanner;

import org.jspecify.annotations.NullMarked;
