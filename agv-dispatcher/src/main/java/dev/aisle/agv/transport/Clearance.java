package dev.aisle.agv.transport;

import dev.aisle.agv.fleet.Trouble;
import java.util.Optional;

/**
 * A load may be set down though an RFID gate stands before the place.
 *
 * @param node the place
 * @param accepted who took it upon himself and why; empty when the gate has read the load
 */
public record Clearance(String node, Optional<Trouble> accepted) {}
