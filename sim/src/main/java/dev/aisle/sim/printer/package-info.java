/** Label printers that understand enough ZPL to tell what would be on the paper and in the tag. */
@NullMarked
package dev.aisle.sim.printer;

import org.jspecify.annotations.NullMarked;
