package dev.aisle.agv.passage.lift;

import java.util.Optional;

/**
 * How a lift stands, for screens.
 *
 * @param calledTo level that the fleet has called it to
 */
public record LiftReport(String lift, Cab cab, Optional<String> calledTo) {}
