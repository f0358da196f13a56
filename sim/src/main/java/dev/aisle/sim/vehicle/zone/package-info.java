/**
 * What a simulated vehicle makes of zones: it obeys them, and asks before it enters (VDA 5050 3.0,
 * 6.4).
 */
@NullMarked
package dev.aisle.sim.vehicle.zone;

import org.jspecify.annotations.NullMarked;
