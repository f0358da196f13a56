package dev.aisle.hmi.api.station;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The person did what the job said.
 *
 * @param quantity base units really taken; left out means as instructed
 * @param code what was scanned: a GTIN, an SSCC
 * @param weightG grams on the scale that the person has checked and takes, though others were
 *     expected
 * @param weightReason why; needed with such a weight
 * @param weightNote more about it; needed with the reason {@code other}
 */
public record Confirm(
    @Min(0) @Max(1_000_000) @Nullable Long quantity,
    @Size(max = 200) @Nullable String code,
    @Min(0) @Max(100_000_000) @Nullable Long weightG,
    @Nullable WeightReason weightReason,
    @Size(max = 200) @Nullable String weightNote) {}
