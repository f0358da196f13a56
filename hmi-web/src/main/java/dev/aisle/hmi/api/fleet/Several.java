package dev.aisle.hmi.api.fleet;

import dev.aisle.hmi.live.fleet.FleetCommands.Area;
import org.jspecify.annotations.Nullable;

/**
 * @param within only the vehicles that stand there now; all of the fleet when it is left out
 */
public record Several(@Nullable Area within) {}
