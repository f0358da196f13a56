package dev.aisle.hmi.api.inbound;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A delivery's truck stands at a dock.
 *
 * @param dock the dock's name on the floor
 */
@Schema(name = "Arrival")
public record Arrival(@NotBlank @Size(max = 40) String dock) {}
