package dev.aisle.agv.control;

import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.DispatchOutput;
import java.util.List;

/**
 * Outcome of one step.
 *
 * @param journal what must survive
 * @param journalChanged whether it differs from that of the step before and has to be stored first
 */
public record StepResult(
    FleetState state,
    List<DispatchOutput> outputs,
    DispatchJournal journal,
    boolean journalChanged) {
  public StepResult {
    outputs = List.copyOf(outputs);
  }
}
