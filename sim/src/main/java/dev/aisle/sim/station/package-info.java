/** What stands at stations, played over its real protocol, and the hands that use it. */
@NullMarked
package dev.aisle.sim.station;

import org.jspecify.annotations.NullMarked;
