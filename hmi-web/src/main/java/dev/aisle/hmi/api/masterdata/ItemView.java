package dev.aisle.hmi.api.masterdata;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something the warehouse keeps.
 *
 * @param onHand base units in the house
 * @param reserved base units promised to orders
 */
@Schema(name = "Item")
public record ItemView(
    String id,
    String name,
    String gtin,
    String category,
    int unitsPerCase,
    int casesPerPallet,
    long weightG,
    long lengthMm,
    long widthMm,
    long heightMm,
    long onHand,
    long reserved) {}
