package dev.aisle.hmi.bridge.fleet;

/**
 * A person says that they have put a load down, and was believed.
 *
 * @param unit SSCC
 * @param node where it stands now
 */
public record LoadPutDown(String unit, String node) {}
