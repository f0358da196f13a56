package dev.aisle.sim.plc;

import java.util.List;
import java.util.Map;

/**
 * A PLC as Modbus TCP slave, unit 1.
 *
 * @param points addresses by point name
 * @param gates doors that it moves
 */
public record PlcSpec(String name, int port, Map<String, PlcPoint> points, List<PlcGate> gates) {
  public PlcSpec {
    points = Map.copyOf(points);
    gates = List.copyOf(gates);
  }

  /** Without doors. */
  public PlcSpec(String name, int port, Map<String, PlcPoint> points) {
    this(name, port, points, List.of());
  }
}
