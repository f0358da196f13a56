package dev.aisle.hmi.bridge.passage;

import dev.aisle.device.plc.machine.CommandAnswer;
import dev.aisle.device.plc.machine.MachineCommand;
import dev.aisle.device.plc.machine.MachineReport;
import java.util.Optional;

/** The machines of all controllers, by name. Never waits for a controller. */
public interface Machines {
  /** How a machine stands; empty when no controller has it just now. */
  Optional<MachineReport> machine(String name);

  /** Returns at once; the outputs follow at the controller's next poll. */
  CommandAnswer command(String name, MachineCommand command);
}
