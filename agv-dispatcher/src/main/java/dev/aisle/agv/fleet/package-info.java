/** What the fleet consists of. */
@NullMarked
package dev.aisle.agv.fleet;

import org.jspecify.annotations.NullMarked;
