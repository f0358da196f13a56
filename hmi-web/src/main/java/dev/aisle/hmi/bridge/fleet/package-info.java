/**
 * The fleet as the program runs it: the loop around the dispatcher, what it keeps in the database,
 * what it tells the screens, and the way between transports of the core and of the fleet.
 */
@NullMarked
package dev.aisle.hmi.bridge.fleet;

import org.jspecify.annotations.NullMarked;
