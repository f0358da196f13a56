package dev.aisle.hmi.api.station;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * There was less than the job said.
 *
 * @param quantity base units really taken
 * @param reason code such as {@code empty} or {@code damaged}
 */
public record ShortPick(
    @Min(0) @Max(1_000_000) long quantity, @NotBlank @Size(max = 40) String reason) {}
