package dev.aisle.hmi.api.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a location; one row per unit and goods in it, one with nulls for an empty
 * location.
 *
 * @param unit SSCC
 * @param status {@code available}, {@code quality}, {@code blocked} or {@code damaged}
 */
public record StockByLocation(
    String location,
    String type,
    String zone,
    @Nullable String unit,
    @Nullable String item,
    @Nullable String itemName,
    @Nullable String lot,
    @Nullable LocalDate expiry,
    long onHand,
    long reserved,
    @Nullable String owner,
    @Nullable String status) {}
