/** What can go wrong on purpose. */
@NullMarked
package dev.aisle.sim.scenario;

import org.jspecify.annotations.NullMarked;
