package dev.aisle.hmi.api.encoding;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Tags to lay before a simulated reader.
 *
 * @param count more than one are a stack of blanks
 * @param rssiDbm how strong they are heard
 * @param epc what a single tag carries, hex; as delivered when left out
 * @param password a single tag is locked with, 8 hex digits
 * @param leaves a single tag is taken away as soon as it is written
 */
@Schema(name = "LayTags")
record LayTags(
    @NotBlank @Size(max = 40) String reader,
    @Min(1) @Max(16) int antenna,
    @Min(1) @Max(100) int count,
    @Min(-90) @Max(-20) int rssiDbm,
    @Nullable @Pattern(regexp = "([0-9A-Fa-f]{4}){1,31}") String epc,
    @Nullable @Pattern(regexp = "[0-9A-Fa-f]{8}") String password,
    boolean leaves) {}
