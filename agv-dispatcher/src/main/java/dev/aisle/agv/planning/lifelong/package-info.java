/**
 * Lifelong multi-agent path finding on a floor of cells: all vehicles turn, drive and wait in equal
 * ticks, and get a new destination whenever they reach the last.
 */
@NullMarked
package dev.aisle.agv.planning.lifelong;

import org.jspecify.annotations.NullMarked;
