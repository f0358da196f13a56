package dev.aisle.hmi.api.order;

/** The milestone the order has reached; only the next one is taken. */
public record MilestoneChange(MilestoneName milestone) {}
