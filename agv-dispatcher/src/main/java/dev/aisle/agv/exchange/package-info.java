/**
 * A floor as other programs describe it: read with every mistake named, written with every loss.
 */
@NullMarked
package dev.aisle.agv.exchange;

import org.jspecify.annotations.NullMarked;
