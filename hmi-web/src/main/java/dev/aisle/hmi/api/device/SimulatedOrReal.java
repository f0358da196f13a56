package dev.aisle.hmi.api.device;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param simulated played by the simulator
 * @param address of the real device; as it is written when left out
 */
record SimulatedOrReal(@NotNull Boolean simulated, @Nullable @Size(max = 200) String address) {}
