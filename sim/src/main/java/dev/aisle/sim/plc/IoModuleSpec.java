package dev.aisle.sim.plc;

import java.time.Duration;
import java.util.Map;

/**
 * A remote I/O module of the ADAM kind: inputs from 0, outputs from 16, a 32-bit counter of every
 * input from holding register 0 (low word first), its name in 210, its communication safety in 214
 * and 215, all inputs and outputs as words in 300 and 302, and a register 99 for a heartbeat.
 *
 * @param port 0 for any that is free
 * @param model hexadecimal digits of its name
 * @param points name → terminal, counted from 0: {@code PlcPoint.coil(2)} is output 2
 * @param watch a life sign must come so often, or the outputs go to 0; zero for no watch
 * @param heartbeatOnly only a changed register 99 is a life sign; otherwise every request is
 */
public record IoModuleSpec(
    String name,
    int port,
    String model,
    Map<String, PlcPoint> points,
    Duration watch,
    boolean heartbeatOnly) {
  static final int TERMINALS = 16;

  public IoModuleSpec {
    points = Map.copyOf(points);
    points.forEach(
        (point, terminal) -> {
          if (terminal.number() >= TERMINALS) {
            throw new IllegalArgumentException("%s has no terminal %s".formatted(name, terminal));
          }
        });
    if (!model.matches("[0-9A-Fa-f]{8}")) {
      throw new IllegalArgumentException("a model has 8 hexadecimal digits: " + model);
    }
  }

  /** Without a watch of its line. */
  public static IoModuleSpec of(String name, Map<String, PlcPoint> points) {
    return new IoModuleSpec(name, 0, "60500000", points, Duration.ZERO, false);
  }
}
