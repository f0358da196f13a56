package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.WriteResult;
import dev.aisle.device.plc.machine.MachineSpec.LightStackSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A light stack that shows one pattern at a time and blinks in software. What a lamp shows moves
 * nothing, so it is simply put right whenever it is wrong, at most once a second while that fails.
 * After a lost link it goes on with the same pattern.
 */
final class LightStack extends Machine {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final LightStackSpec spec;
  private Optional<String> pattern = Optional.empty();
  private @Nullable Instant failedAt;

  LightStack(LightStackSpec spec) {
    super(spec.name(), MachineKind.LIGHT_STACK, MachineState.Signal.UNKNOWN);
    this.spec = spec;
  }

  @Override
  public List<Output> step(Instant now, Inputs inputs) {
    Map<Lamp, Light> shown = pattern.map(spec.patterns()::get).orElse(Map.of());
    List<Output> outputs = new ArrayList<>();
    for (Map.Entry<Lamp, String> lamp : spec.lamps().entrySet()) {
      Optional<Boolean> burns = inputs.value(lamp.getValue());
      if (burns.isEmpty()) {
        lost(now);
        return List.of();
      }
      boolean wanted = shown.getOrDefault(lamp.getKey(), Light.OFF).burns(now);
      if (burns.get() != wanted) {
        outputs.add(new Output(lamp.getValue(), wanted));
      }
    }
    boolean dark = shown.values().stream().allMatch(light -> light == Light.OFF);
    become(dark ? MachineState.Signal.OFF : MachineState.Signal.ON, now);
    if (failedAt != null && failedAt.plus(AGAIN).isAfter(now)) {
      return List.of();
    }
    return outputs;
  }

  @Override
  public void written(Output output, WriteResult result, Instant now) {
    if (result.outcome() == WriteOutcome.CONFIRMED) {
      failedAt = null;
      clear(List.of(FaultKind.OUTPUT_REFUSED, FaultKind.OUTPUT_UNKNOWN), now);
    } else {
      failedAt = now;
      raiseFor(result, now);
    }
  }

  @Override
  public void lost(Instant now) {
    failedAt = null;
    become(MachineState.Signal.UNKNOWN, now);
  }

  @Override
  public CommandAnswer command(MachineCommand command, Instant now) {
    return switch (command) {
      case MachineCommand.Show(String wanted) -> {
        if (!spec.patterns().containsKey(wanted)) {
          yield CommandAnswer.refused(
              CommandAnswer.Why.NO_SUCH_THING,
              "%s has no pattern '%s'; it has %s"
                  .formatted(name(), wanted, spec.patterns().keySet()));
        }
        pattern = Optional.of(wanted);
        yield CommandAnswer.ACCEPTED;
      }
      case MachineCommand.Acknowledge acknowledge -> {
        clear(List.of(FaultKind.OUTPUT_REFUSED, FaultKind.OUTPUT_UNKNOWN), now);
        yield CommandAnswer.ACCEPTED;
      }
      case MachineCommand.Start other -> notForThis();
      case MachineCommand.Call other -> notForThis();
      case MachineCommand.LetGo other -> notForThis();
      case MachineCommand.Stop other -> notForThis();
      case MachineCommand.Open other -> notForThis();
      case MachineCommand.Close other -> notForThis();
      case MachineCommand.TakePress other -> notForThis();
    };
  }

  @Override
  String detail() {
    return pattern.orElse("");
  }
}
