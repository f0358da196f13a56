package dev.aisle.hmi.api.floor;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * @param factor how many times faster than the wall clock
 */
public record SpeedRequest(@DecimalMin("0.1") @DecimalMax("20") double factor) {}
