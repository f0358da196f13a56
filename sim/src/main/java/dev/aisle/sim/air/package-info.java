/** The air that messages go through: how long they take, and which go astray. */
@NullMarked
package dev.aisle.sim.air;

import org.jspecify.annotations.NullMarked;
