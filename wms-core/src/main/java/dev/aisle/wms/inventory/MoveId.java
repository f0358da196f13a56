package dev.aisle.wms.inventory;

/** Number of a move of a handling unit. */
public record MoveId(long number) {}
