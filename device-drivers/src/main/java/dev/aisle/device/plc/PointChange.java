package dev.aisle.device.plc;

import java.time.Instant;

/** A point has a new value, or a value again after the link was lost. */
public record PointChange(String device, String point, boolean value, Instant at) {}
