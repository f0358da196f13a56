/**
 * Zones while vehicles drive: grants and leases, the sets that are told to vehicles, and zones that
 * a person has paused (VDA 5050 3.0, 6.4).
 */
@NullMarked
package dev.aisle.agv.zone;

import org.jspecify.annotations.NullMarked;
