package dev.aisle.sim.plc;

import java.util.Map;

/**
 * A PLC as Modbus TCP slave, unit 1.
 *
 * @param points addresses by point name
 */
public record PlcSpec(String name, int port, Map<String, PlcPoint> points) {
  public PlcSpec {
    points = Map.copyOf(points);
  }
}
