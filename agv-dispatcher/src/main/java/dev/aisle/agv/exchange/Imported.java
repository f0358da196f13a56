package dev.aisle.agv.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a foreign floor.
 *
 * @param plan present when nothing was refused
 * @param findings refusals, and what of the file is not kept
 */
public record Imported(Optional<FloorPlan> plan, List<Finding> findings) {
  public Imported {
    findings = List.copyOf(findings);
  }
}
