package dev.aisle.sim.plc.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lamps of a light stack, as a person sees them. */
public final class SimulatedLamps implements SimulatedMachine {
  private final Map<String, Boolean> burning = new LinkedHashMap<>();
  private final Map<String, Integer> flashes = new LinkedHashMap<>();

  /**
   * @param outputs one for each lamp
   */
  public SimulatedLamps(List<String> outputs) {
    outputs.forEach(output -> burning.put(output, false));
  }

  public synchronized boolean burns(String output) {
    return burning.getOrDefault(output, false);
  }

  /** How often it lit up. */
  public synchronized int flashes(String output) {
    return flashes.getOrDefault(output, 0);
  }

  @Override
  public synchronized void step(double seconds, Wires wires) {
    burning.replaceAll(
        (output, was) -> {
          boolean is = wires.on(output);
          if (is && !was) {
            flashes.merge(output, 1, Integer::sum);
          }
          return is;
        });
  }
}
