package dev.aisle.hmi.api.fleet;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** What a vehicle is asked for; the parameters as the standard spells them. */
public record ServiceWanted(
    @NotBlank @Size(max = 64) String type,
    @NotNull @Size(max = 10)
        Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 500) String> parameters) {}
