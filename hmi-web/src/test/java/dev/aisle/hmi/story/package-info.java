/**
 * The whole program as one process, with real faults: kills, lost links, a broker that goes away.
 */
@NullMarked
package dev.aisle.hmi.story;

import org.jspecify.annotations.NullMarked;
