/** What every wire has in common: its state, its back-off, one thread that keeps it up. */
@NullMarked
package dev.aisle.device.link;

import org.jspecify.annotations.NullMarked;
