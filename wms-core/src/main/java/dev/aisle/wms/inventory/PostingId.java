package dev.aisle.wms.inventory;

/** Number of a posting; later postings have higher numbers. */
public record PostingId(long number) {}
