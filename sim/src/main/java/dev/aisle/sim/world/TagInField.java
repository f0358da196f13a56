package dev.aisle.sim.world;

/**
 * A tag a reader could hear now.
 *
 * @param rssiDbm received signal strength in dBm
 */
public record TagInField(String epcHex, int rssiDbm) {}
