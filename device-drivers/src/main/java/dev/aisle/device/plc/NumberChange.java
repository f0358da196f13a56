package dev.aisle.device.plc;

import java.math.BigDecimal;
import java.time.Instant;

/** A point that is a number has a new value, or a value again after the link was lost. */
public record NumberChange(String device, String point, BigDecimal value, Instant at) {}
