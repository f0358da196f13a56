package dev.aisle.hmi.api.floor;

import dev.aisle.hmi.api.Commands;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.simulator.SimulatorPort;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Duration;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Faults and speed of the simulated world; on a site of real devices there is nothing here. */
@RestController
@RequestMapping("/api/v1/sim")
@Tag(name = "simulator")
class SimulationController {

  private final SimulatorPort simulator;
  private final Commands commands;

  SimulationController(SimulatorPort simulator, Commands commands) {
    this.simulator = simulator;
    this.commands = commands;
  }

  @GetMapping
  SimulationView get() {
    requireSimulated();
    return new SimulationView(simulator.speed(), simulator.faults());
  }

  @PostMapping("/faults")
  SimulationView inject(
      @RequestHeader(Commands.KEY) UUID key,
      @Valid @RequestBody FaultRequest fault,
      Principal who) {
    requireSimulated();
    return commands.once(
        key,
        fault,
        SimulationView.class,
        () -> {
          Answers.done(
              simulator.inject(
                  fault.kind(), fault.target(), Duration.ofSeconds(fault.seconds()), who.getName()),
              "target",
              fault.target());
          return get();
        });
  }

  @PutMapping("/speed")
  SimulationView speed(@Valid @RequestBody SpeedRequest speed, Principal who) {
    requireSimulated();
    Answers.done(simulator.setSpeed(speed.factor(), who.getName()), "speed", "" + speed.factor());
    return get();
  }

  private void requireSimulated() {
    if (!simulator.simulated()) {
      throw Refusal.notFound("simulator", "sim");
    }
  }
}
