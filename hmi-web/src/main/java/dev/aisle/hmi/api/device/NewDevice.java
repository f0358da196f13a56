package dev.aisle.hmi.api.device;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * A device to add.
 *
 * @param settings every setting with its value in YAML, as in the site file
 */
record NewDevice(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_.-]{0,39}") String name,
    @NotBlank @Size(max = 40) String driver,
    @NotNull @Size(max = 40) Map<@Size(max = 40) String, @Size(max = 20_000) String> settings) {}
