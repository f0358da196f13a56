package dev.aisle.device.plc;

import dev.aisle.device.plc.output.OutputRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is wired to a controller, and what may be written to it.
 *
 * @param points name of the point → where it lives
 * @param outputs rule of each output; a point without one is never written
 */
public record PlcWiring(
    Map<String, Point> points,
    PlcSettings settings,
    Map<String, OutputRule> outputs,
    HostWatchdog watchdog,
    Optional<PlcIdentity> identity) {
  public PlcWiring {
    points = Map.copyOf(points);
    outputs = Map.copyOf(outputs);
    for (Map.Entry<String, OutputRule> output : outputs.entrySet()) {
      Point point = points.get(output.getKey());
      if (point == null || !point.writable()) {
        throw new IllegalArgumentException(
            "%s is no output of this controller".formatted(output.getKey()));
      }
    }
  }

  /** Every output may be on or off, or whatever its register holds. */
  static PlcWiring open(Map<String, Point> points, PlcSettings settings) {
    Map<String, OutputRule> outputs = new LinkedHashMap<>();
    points.forEach(
        (name, point) -> {
          if (point.writable() && !point.isNumber()) {
            outputs.put(name, OutputRule.onOff());
          }
        });
    return new PlcWiring(points, settings, outputs, HostWatchdog.NONE, Optional.empty());
  }
}
