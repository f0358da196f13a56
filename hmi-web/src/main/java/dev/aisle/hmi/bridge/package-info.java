/**
 * The few classes that join the modules: what devices see goes to the WMS core, what the core wants
 * moved goes to the dispatcher, what the dispatcher decides goes to vehicles and back.
 *
 * <p>Device and broker threads never open a transaction here; they put what they have into a
 * bounded queue, and one thread of the bridge books it.
 */
@NullMarked
package dev.aisle.hmi.bridge;

import org.jspecify.annotations.NullMarked;
