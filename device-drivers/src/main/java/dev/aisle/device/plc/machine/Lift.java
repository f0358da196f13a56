package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.WriteResult;
import dev.aisle.device.plc.machine.MachineSpec.LiftSpec;
import dev.aisle.device.plc.machine.MachineSpec.LiftSpec.Landing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lift that is called to a level by an output which stays on: as long as it does, the lift comes,
 * opens there and keeps its door open, whoever else wants it. At most one call stands. No output is
 * touched before the first command.
 */
final class Lift extends Machine {
  private static final Duration WRITE_AGAIN = Duration.ofMillis(500);

  private final LiftSpec spec;
  private boolean commanded;
  private Optional<String> wanted = Optional.empty();
  private Optional<String> level = Optional.empty();
  private @Nullable Instant tried;

  Lift(LiftSpec spec) {
    super(spec.name(), MachineKind.LIFT, MachineState.Lift.UNKNOWN);
    this.spec = spec;
  }

  @Override
  public List<Output> step(Instant now, Inputs inputs) {
    boolean known = spec.inputs().stream().allMatch(point -> inputs.value(point).isPresent());
    if (!known) {
      lost(now);
      return List.of();
    }
    List<String> at =
        spec.landings().entrySet().stream()
            .filter(landing -> isOn(inputs, landing.getValue().at()))
            .map(Map.Entry::getKey)
            .toList();
    level = at.size() == 1 ? Optional.of(at.getFirst()) : Optional.empty();
    judge(at, inputs, now);
    become(stateOf(inputs), now);
    return outputs(inputs, now);
  }

  private static boolean isOn(Inputs inputs, String point) {
    return inputs.value(point).orElse(false);
  }

  private void judge(List<String> at, Inputs inputs, Instant now) {
    if (at.size() > 1) {
      raise(FaultKind.LIFT_LEVELS, String.join(", ", at), now);
    } else {
      clear(FaultKind.LIFT_LEVELS, now);
    }
    if (spec.fault().isPresent() && isOn(inputs, spec.fault().get())) {
      raise(FaultKind.LIFT_FAULT, spec.fault().get(), now);
    } else {
      clear(FaultKind.LIFT_FAULT, now);
    }
  }

  private MachineState.Lift stateOf(Inputs inputs) {
    if (has(FaultKind.LIFT_LEVELS) || has(FaultKind.LIFT_FAULT)) {
      return MachineState.Lift.FAULT;
    }
    if (level.isEmpty()) {
      return MachineState.Lift.MOVING;
    }
    Landing landing = spec.landings().get(level.get());
    boolean called = landing != null && wanted.equals(level) && isOn(inputs, landing.call());
    if (!isOn(inputs, spec.isOpen())) {
      return MachineState.Lift.CLOSED;
    }
    return called ? MachineState.Lift.READY : MachineState.Lift.OPEN;
  }

  private List<Output> outputs(Inputs inputs, Instant now) {
    if (!commanded || has(FaultKind.OUTPUT_REFUSED)) {
      return List.of();
    }
    List<Output> off = new ArrayList<>();
    List<Output> on = new ArrayList<>();
    spec.landings()
        .forEach(
            (name, landing) -> {
              boolean called = wanted.equals(Optional.of(name));
              if (isOn(inputs, landing.call()) != called) {
                (called ? on : off).add(new Output(landing.call(), called));
              }
            });
    // A lift that sees two calls at once may take the wrong one.
    List<Output> next = off.isEmpty() ? on : off;
    if (next.isEmpty()) {
      tried = null;
      clear(FaultKind.OUTPUT_UNKNOWN, now);
      return List.of();
    }
    if (tried != null && tried.plus(WRITE_AGAIN).isAfter(now)) {
      return List.of();
    }
    tried = now;
    return next;
  }

  @Override
  public void written(Output output, WriteResult result, Instant now) {
    if (result.outcome() == WriteOutcome.CONFIRMED) {
      tried = null;
    } else {
      raiseFor(result, now);
    }
  }

  @Override
  public void lost(Instant now) {
    commanded = false;
    wanted = Optional.empty();
    level = Optional.empty();
    tried = null;
    become(MachineState.Lift.UNKNOWN, now);
  }

  @Override
  public CommandAnswer command(MachineCommand command, Instant now) {
    if (state() == MachineState.Lift.UNKNOWN) {
      return notConnected();
    }
    return switch (command) {
      case MachineCommand.Call call ->
          spec.landings().containsKey(call.level())
              ? want(Optional.of(call.level()))
              : CommandAnswer.refused(
                  CommandAnswer.Why.NO_SUCH_THING,
                  "%s has no level '%s'".formatted(name(), call.level()));
      case MachineCommand.LetGo go -> want(Optional.empty());
      case MachineCommand.Acknowledge acknowledge -> {
        if (has(FaultKind.LIFT_LEVELS)) {
          yield causeStands(FaultKind.LIFT_LEVELS);
        }
        if (has(FaultKind.LIFT_FAULT)) {
          yield causeStands(FaultKind.LIFT_FAULT);
        }
        clear(List.of(FaultKind.OUTPUT_REFUSED, FaultKind.OUTPUT_UNKNOWN), now);
        yield CommandAnswer.ACCEPTED;
      }
      case MachineCommand.Start other -> notForThis();
      case MachineCommand.Stop other -> notForThis();
      case MachineCommand.Open other -> notForThis();
      case MachineCommand.Close other -> notForThis();
      case MachineCommand.Show other -> notForThis();
      case MachineCommand.TakePress other -> notForThis();
    };
  }

  private CommandAnswer want(Optional<String> call) {
    if (has(FaultKind.OUTPUT_REFUSED)) {
      return faultStands();
    }
    commanded = true;
    wanted = call;
    return CommandAnswer.ACCEPTED;
  }

  @Override
  String detail() {
    return level.orElse("");
  }
}
