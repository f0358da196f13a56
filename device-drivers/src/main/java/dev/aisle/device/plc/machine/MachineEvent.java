package dev.aisle.device.plc.machine;

import java.time.Instant;

/** What happened to a machine. */
public sealed interface MachineEvent {
  String machine();

  Instant at();

  record StateChanged(String machine, MachineState from, MachineState to, Instant at)
      implements MachineEvent {}

  record FaultRaised(String machine, MachineFault fault, Instant at) implements MachineEvent {}

  record FaultCleared(String machine, FaultKind kind, Instant at) implements MachineEvent {}

  /**
   * A button was pressed. To be taken once, see {@link MachineCommand.TakePress}.
   *
   * @param press number of the press, from 1
   */
  record Pressed(String machine, long press, boolean longPress, Instant at)
      implements MachineEvent {}

  /**
   * Something passed a photo-eye.
   *
   * @param total breaks of the beam so far
   */
  record Passed(String machine, long total, Instant at) implements MachineEvent {}
}
