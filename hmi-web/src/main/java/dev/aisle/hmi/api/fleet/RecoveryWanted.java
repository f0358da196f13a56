package dev.aisle.hmi.api.fleet;

import dev.aisle.hmi.live.fleet.VehicleRecovery.Aboard;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Fate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person found at a vehicle, and what shall become of its transport.
 *
 * @param node where it stands
 * @param unit SSCC of what is on it
 * @param putAt where its load was put
 * @param off it is switched off, or its order was deleted at the vehicle: it does not drive on; no
 *     when left out, and then a silent vehicle keeps the way it was released to
 * @param note why, in the person's own words
 */
public record RecoveryWanted(
    @NotBlank @Size(max = 64) String node,
    @NotNull Aboard aboard,
    @Nullable @Size(max = 18) String unit,
    @NotNull Fate fate,
    @Nullable @Size(max = 64) String putAt,
    @Nullable Boolean off,
    @NotBlank @Size(max = 200) String note) {}
