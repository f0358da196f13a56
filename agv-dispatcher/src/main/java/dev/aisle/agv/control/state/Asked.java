package dev.aisle.agv.control.state;

import dev.aisle.device.agv.InstantAction;
import java.time.Instant;

/**
 * An instant action that a person asked for, until the vehicle's state shows it.
 *
 * @param told how often it was sent
 * @param toldAt when last
 */
public record Asked(InstantAction action, int told, Instant toldAt) {}
