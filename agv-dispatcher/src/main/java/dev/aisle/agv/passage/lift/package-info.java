/** Lifts that take vehicles to other levels: when they are called, ridden and left. */
@NullMarked
package dev.aisle.agv.passage.lift;

import org.jspecify.annotations.NullMarked;
