package dev.aisle.hmi.api.station;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Reality differs from the job.
 *
 * @param reason code such as {@code damaged} or {@code wrong-unit}
 */
public record ExceptionReport(
    @NotBlank @Size(max = 40) String reason, @Size(max = 500) @Nullable String note) {}
