package dev.aisle.hmi.api.order;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which orders a list holds; what is left out does not matter. */
public record OrderFilter(
    @Nullable MilestoneName milestone,
    @Nullable OrderStatus status,
    @Size(max = 40) @Nullable String customer) {}
