package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.WriteResult;
import dev.aisle.device.plc.machine.MachineSpec.ConveyorSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conveyor: started and stopped by command, stopped by its drive's fault and by a jam. It never
 * starts by itself, neither after a fault nor when the link is back. Stopping is tried until it is
 * confirmed, starting once.
 */
final class Conveyor extends Machine {
  private static final Duration STOP_AGAIN = Duration.ofMillis(500);

  private final ConveyorSpec spec;
  private @Nullable Boolean expected;
  private boolean startWanted;
  private boolean stopWanted;
  private boolean driveFault;
  private boolean blocked;
  private long breaks;
  private @Nullable Instant blockedSince;
  private @Nullable Instant runningSince;
  private @Nullable Instant stopTried;

  Conveyor(ConveyorSpec spec) {
    super(spec.name(), MachineKind.CONVEYOR, MachineState.Conveyor.UNKNOWN);
    this.spec = spec;
  }

  @Override
  public List<Output> step(Instant now, Inputs inputs) {
    Optional<Boolean> run = inputs.value(spec.run());
    if (run.isEmpty()) {
      lost(now);
      return List.of();
    }
    boolean running = run.get();
    driveFault = spec.fault().flatMap(inputs::value).orElse(false);
    look(inputs, running, now);
    if (expected != null && expected != running) {
      raise(FaultKind.OUTPUT_CHANGED, spec.run(), now);
      stopWanted = false;
    }
    expected = running;
    if (driveFault) {
      raise(FaultKind.DRIVE_FAULT, spec.fault().orElse(""), now);
    }
    if (isJam(now)) {
      raise(FaultKind.JAM, spec.eye().orElse(""), now);
    }
    if (running && (has(FaultKind.DRIVE_FAULT) || has(FaultKind.JAM))) {
      startWanted = false;
      stopWanted = true;
    }
    become(stateOf(running), now);
    return wanted(running, now);
  }

  private void look(Inputs inputs, boolean running, Instant now) {
    if (!running) {
      runningSince = null;
    } else if (runningSince == null) {
      runningSince = now;
    }
    if (spec.eye().isEmpty()) {
      return;
    }
    String eye = spec.eye().get();
    blocked = inputs.value(eye).orElse(false);
    long seen = inputs.pulses(eye).total();
    if (!blocked) {
      blockedSince = null;
    } else if (blockedSince == null || seen != breaks) {
      blockedSince = now;
    }
    breaks = seen;
  }

  private boolean isJam(Instant now) {
    return blockedSince != null
        && runningSince != null
        && !blockedSince.plus(spec.jamAfter()).isAfter(now)
        && !runningSince.plus(spec.jamAfter()).isAfter(now);
  }

  private MachineState.Conveyor stateOf(boolean running) {
    if (has(FaultKind.DRIVE_FAULT)) {
      return MachineState.Conveyor.FAULT;
    }
    if (has(FaultKind.JAM)) {
      return MachineState.Conveyor.JAMMED;
    }
    return running ? MachineState.Conveyor.RUNNING : MachineState.Conveyor.STOPPED;
  }

  private List<Output> wanted(boolean running, Instant now) {
    if (stopWanted) {
      if (!running) {
        stopWanted = false;
        return List.of();
      }
      if (stopTried != null && stopTried.plus(STOP_AGAIN).isAfter(now)) {
        return List.of();
      }
      stopTried = now;
      return List.of(new Output(spec.run(), false));
    }
    if (startWanted) {
      startWanted = false;
      return running ? List.of() : List.of(new Output(spec.run(), true));
    }
    return List.of();
  }

  @Override
  public void written(Output output, WriteResult result, Instant now) {
    if (result.outcome() == WriteOutcome.CONFIRMED) {
      expected = output.on();
      if (!output.on()) {
        stopWanted = false;
      }
      return;
    }
    expected = null;
    raiseFor(result, now);
    if (output.on()) {
      // If it runs after all, it is stopped: nobody was told that it does.
      stopWanted = result.outcome() == WriteOutcome.UNKNOWN;
    }
  }

  @Override
  public void lost(Instant now) {
    expected = null;
    startWanted = false;
    stopWanted = false;
    stopTried = null;
    blockedSince = null;
    runningSince = null;
    become(MachineState.Conveyor.UNKNOWN, now);
  }

  @Override
  public CommandAnswer command(MachineCommand command, Instant now) {
    if (state() == MachineState.Conveyor.UNKNOWN) {
      return notConnected();
    }
    return switch (command) {
      case MachineCommand.Start start -> {
        if (hasFailure()) {
          yield faultStands();
        }
        startWanted = true;
        stopWanted = false;
        yield CommandAnswer.ACCEPTED;
      }
      case MachineCommand.Stop stop -> {
        startWanted = false;
        stopWanted = true;
        stopTried = null;
        yield CommandAnswer.ACCEPTED;
      }
      case MachineCommand.Acknowledge acknowledge -> acknowledge(now);
      case MachineCommand.Open other -> notForThis();
      case MachineCommand.Close other -> notForThis();
      case MachineCommand.Show other -> notForThis();
      case MachineCommand.Call other -> notForThis();
      case MachineCommand.LetGo other -> notForThis();
      case MachineCommand.TakePress other -> notForThis();
    };
  }

  private CommandAnswer acknowledge(Instant now) {
    if (has(FaultKind.DRIVE_FAULT) && driveFault) {
      return causeStands(FaultKind.DRIVE_FAULT);
    }
    if (has(FaultKind.JAM) && blocked) {
      return causeStands(FaultKind.JAM);
    }
    clear(List.of(FaultKind.values()), now);
    return CommandAnswer.ACCEPTED;
  }
}
