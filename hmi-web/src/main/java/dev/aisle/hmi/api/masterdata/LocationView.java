package dev.aisle.hmi.api.masterdata;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A place where handling units stand.
 *
 * @param capacity handling units it holds at most
 * @param occupied handling units that stand there
 * @param x metres, site coordinates
 * @param y metres, site coordinates
 */
@Schema(name = "Location")
public record LocationView(
    String id, String type, String zone, int capacity, int occupied, double x, double y) {}
