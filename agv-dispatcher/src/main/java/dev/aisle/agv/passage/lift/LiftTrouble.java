package dev.aisle.agv.passage.lift;

import java.time.Instant;

/**
 * A lift that nobody is sent into, until it stands open where it was called to.
 *
 * @param level that it was called to
 */
public record LiftTrouble(String lift, String level, LiftFailure why, Instant since) {}
