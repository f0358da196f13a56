package dev.aisle.hmi.api.floor;

import dev.aisle.hmi.live.simulator.SimulatorPort.ActiveFault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The simulated world. */
@Schema(name = "Simulation")
public record SimulationView(double speed, List<ActiveFault> faults) {

  public SimulationView {
    faults = List.copyOf(faults);
  }
}
