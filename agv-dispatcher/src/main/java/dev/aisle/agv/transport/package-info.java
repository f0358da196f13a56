/** Loads to be carried from one place to another. */
@NullMarked
package dev.aisle.agv.transport;

import org.jspecify.annotations.NullMarked;
