/** Scales that are played: a load that settles, and what the display writes about it. */
@NullMarked
package dev.aisle.sim.scale;

import org.jspecify.annotations.NullMarked;
