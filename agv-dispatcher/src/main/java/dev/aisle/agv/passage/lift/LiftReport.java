package dev.aisle.agv.passage.lift;

import java.util.Optional;

/**
 * How a lift stands, for screens.
 *
 * @param calledTo level that the fleet has called it to
 * @param trouble why nobody is sent into it
 */
public record LiftReport(
    String lift, Cab cab, Optional<String> calledTo, Optional<LiftTrouble> trouble) {}
