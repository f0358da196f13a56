/** Doors, gates and hand-over stations on the way, from the dispatcher's side. */
@NullMarked
package dev.aisle.agv.control.machine;

import org.jspecify.annotations.NullMarked;
