package dev.aisle.hmi.api.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much there is of an item, in base units.
 *
 * @param free on hand and not reserved
 * @param units handling units that hold some
 */
public record StockByItem(
    String item,
    String name,
    long onHand,
    long reserved,
    long free,
    int units,
    @Nullable LocalDate oldestExpiry) {}
