package dev.aisle.sim.plc;

/**
 * A tag head on the gateway.
 *
 * @param unit Modbus unit id
 * @param node the node over whose floor it looks
 */
public record HeadSpec(String name, int unit, String node) {}
