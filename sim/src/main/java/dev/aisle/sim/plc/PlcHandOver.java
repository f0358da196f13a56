package dev.aisle.sim.plc;

/**
 * A machine on a controller that takes loads from vehicles and gives them to them. Names are those
 * of the controller's points.
 *
 * @param node where vehicles stand to hand over
 * @param request output that a vehicle comes
 * @param ready input that it stands still
 * @param occupied input that a load is on it
 * @param readySeconds from the request until it is ready
 */
public record PlcHandOver(
    String node, String request, String ready, String occupied, double readySeconds) {}
