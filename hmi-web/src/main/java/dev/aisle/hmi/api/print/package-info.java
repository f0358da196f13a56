/** Printers: their queues. */
@NullMarked
package dev.aisle.hmi.api.print;

import org.jspecify.annotations.NullMarked;
