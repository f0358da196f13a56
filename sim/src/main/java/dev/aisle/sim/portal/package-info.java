/**
 * A pair of dock portals as radio sees them: many forklifts, missed reads, ghosts, strays and tags
 * that stand near. Virtual time only; the seed decides everything.
 */
@NullMarked
package dev.aisle.sim.portal;

import org.jspecify.annotations.NullMarked;
