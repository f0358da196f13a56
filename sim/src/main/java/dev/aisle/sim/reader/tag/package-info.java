/** Tags in the field of an antenna, with their memories. */
@NullMarked
package dev.aisle.sim.reader.tag;

import org.jspecify.annotations.NullMarked;
