/**
 * Doors, lifts, RFID gates and hand-over stations, between the dispatcher and what moves and reads
 * them.
 */
@NullMarked
package dev.aisle.hmi.bridge.passage;

import org.jspecify.annotations.NullMarked;
