package dev.aisle.agv.passage.door;

import java.time.Instant;

/** A door that nobody is sent through, until it has opened. */
public record DoorTrouble(String door, DoorFailure why, Instant since) {}
