package dev.aisle.hmi.api.encoding;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * @param epc that the tag carries and that may be lost
 */
@Schema(name = "EncodingOverwrite")
record Overwrite(@NotNull @Pattern(regexp = "[0-9A-F]{4,124}") String epc) {}
