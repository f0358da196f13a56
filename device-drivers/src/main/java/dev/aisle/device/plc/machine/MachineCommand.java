package dev.aisle.device.plc.machine;

/** What a machine can be told. */
public sealed interface MachineCommand {
  /** A conveyor runs. */
  record Start() implements MachineCommand {}

  /** A conveyor stands still. */
  record Stop() implements MachineCommand {}

  /** A door opens. */
  record Open() implements MachineCommand {}

  /** A door closes. */
  record Close() implements MachineCommand {}

  /** A lift comes to a level, opens there and stays so. */
  record Call(String level) implements MachineCommand {}

  /** A lift need not stay where it was called to. */
  record LetGo() implements MachineCommand {}

  /** A light stack shows one of its patterns. */
  record Show(String pattern) implements MachineCommand {}

  /** Somebody has seen to the faults whose causes are gone. */
  record Acknowledge() implements MachineCommand {}

  /** A press of a button is acted upon; the second who tries is refused. */
  record TakePress(long press) implements MachineCommand {}
}
