package dev.aisle.hmi.api.encoding;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where a tag lies from now on.
 *
 * @param reader null when it is taken away
 */
@Schema(name = "CarryTag")
record CarryTag(
    @Nullable @Size(max = 40) String reader,
    @Min(1) @Max(16) int antenna,
    @Min(-90) @Max(-20) int rssiDbm) {}
