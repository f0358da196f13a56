package dev.aisle.agv.zone;

import java.time.Instant;

/**
 * A person keeps all vehicles in a zone standing, and others out of it. Not an emergency stop: a
 * vehicle hears of it by radio, when it does.
 *
 * @param by who
 */
public record ZonePause(String zone, String by, Instant at) {}
