package dev.aisle.sim.plc;

import java.util.List;
import java.util.Map;

/**
 * A PLC as Modbus TCP slave, unit 1.
 *
 * @param points addresses by point name
 * @param gates doors that it moves
 * @param lifts that it moves
 * @param handOvers where vehicles hand loads over
 */
public record PlcSpec(
    String name,
    int port,
    Map<String, PlcPoint> points,
    List<PlcGate> gates,
    List<PlcLift> lifts,
    List<PlcHandOver> handOvers) {
  public PlcSpec {
    points = Map.copyOf(points);
    gates = List.copyOf(gates);
    lifts = List.copyOf(lifts);
    handOvers = List.copyOf(handOvers);
  }

  /** Without machines. */
  public PlcSpec(String name, int port, Map<String, PlcPoint> points) {
    this(name, port, points, List.of(), List.of(), List.of());
  }
}
