package dev.aisle.hmi.api.fleet;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param from the node, or one end of the lane
 * @param to the other end of the lane; left out for a node
 * @param why said to everybody whose way it closes
 */
public record PlaceToClose(
    @NotBlank @Size(max = 64) String from,
    @Nullable @Size(max = 64) String to,
    @NotBlank @Size(max = 200) String why) {}
