package dev.aisle.sim.plc;

import java.util.Map;

/**
 * What a PLC keeps while others restart.
 *
 * @param counters rising edges of inputs so far, modulo 65536
 */
public record PlcState(Map<String, Boolean> coils, Map<String, Integer> counters) {
  public PlcState {
    coils = Map.copyOf(coils);
    counters = Map.copyOf(counters);
  }
}
