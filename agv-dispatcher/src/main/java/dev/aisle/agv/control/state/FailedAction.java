package dev.aisle.agv.control.state;

import java.time.Instant;

/**
 * An action of the order that failed and that the vehicle can try again (VDA 5050 3.0, 6.2.3:
 * RETRIABLE).
 *
 * @param answers how often the vehicle was told what to do about it
 * @param answeredAt when last
 */
public record FailedAction(String actionId, int answers, Instant answeredAt) {}
