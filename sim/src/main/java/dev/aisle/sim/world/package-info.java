/**
 * The physical truth of the floor: units, trucks, dock doors and what passes the portals. Knows no
 * thread, no clock and no wire; time comes in as steps of seconds.
 */
@NullMarked
package dev.aisle.sim.world;

import org.jspecify.annotations.NullMarked;
