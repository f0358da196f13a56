package dev.aisle.hmi.api.floor;

import dev.aisle.hmi.live.simulator.SimulatorPort.FaultKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A fault to put into the simulated world.
 *
 * @param target device or vehicle
 * @param seconds how long it lasts, wall-clock time
 */
public record FaultRequest(
    @NotNull FaultKind kind,
    @NotNull @Size(max = 64) String target,
    @Min(1) @Max(600) int seconds) {}
