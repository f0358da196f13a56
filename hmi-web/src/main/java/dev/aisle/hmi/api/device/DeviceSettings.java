package dev.aisle.hmi.api.device;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * All settings of a device; what is left out is as it usually is.
 *
 * @param settings every setting with its value in YAML, as in the site file
 */
record DeviceSettings(
    @NotBlank @Size(max = 40) String driver,
    @NotNull @Size(max = 40) Map<@Size(max = 40) String, @Size(max = 20_000) String> settings) {}
