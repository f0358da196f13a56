package dev.aisle.hmi.api.fleet;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Where a vehicle is sent. */
public record NodeWanted(@NotBlank @Size(max = 64) String node) {}
