/** What sends a virtual fleet about its work: the dispatcher, and a yardstick for it. */
@NullMarked
package dev.aisle.sim.fleet.control;

import org.jspecify.annotations.NullMarked;
