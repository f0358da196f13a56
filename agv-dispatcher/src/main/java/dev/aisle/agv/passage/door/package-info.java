/** Doors that vehicles pass: when they are asked to open, and when one may drive through. */
@NullMarked
package dev.aisle.agv.passage.door;

import org.jspecify.annotations.NullMarked;
