/** What people tell the fleet, and one vehicle in detail. */
@NullMarked
package dev.aisle.hmi.api.fleet;

import org.jspecify.annotations.NullMarked;
