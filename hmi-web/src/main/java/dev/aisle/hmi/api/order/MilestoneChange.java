package dev.aisle.hmi.api.order;

import jakarta.validation.constraints.NotNull;

/** The milestone the order has reached; only the next one is taken. */
public record MilestoneChange(@NotNull MilestoneName milestone) {}
