package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.WriteResult;
import dev.aisle.device.plc.machine.MachineSpec.ButtonSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A push button. A short press is told when the button is let go, a long one as soon as it is long
 * enough; each is told once and can be taken once. A button found pressed when the link comes up
 * tells nothing until it was let go.
 */
final class PushButton extends Machine {
  private final ButtonSpec spec;
  private @Nullable Instant pressedSince;
  private boolean ignored;
  private boolean told;
  private long press;
  private long taken;
  private long pulses;
  private boolean known;

  PushButton(ButtonSpec spec) {
    super(spec.name(), MachineKind.BUTTON, MachineState.Signal.UNKNOWN);
    this.spec = spec;
  }

  @Override
  public List<Output> step(Instant now, Inputs inputs) {
    Optional<Boolean> read = inputs.value(spec.input());
    if (read.isEmpty()) {
      lost(now);
      return List.of();
    }
    boolean pressed = read.get();
    long seen = inputs.pulses(spec.input()).total();
    boolean missed = known && pressedSince == null && !ignored && !pressed && seen > pulses;
    pulses = seen;
    if (!known) {
      known = true;
      ignored = pressed;
    }
    if (!pressed) {
      release(missed, now);
    } else if (!ignored) {
      hold(now);
    }
    become(pressed ? MachineState.Signal.ON : MachineState.Signal.OFF, now);
    return List.of();
  }

  private void release(boolean missed, Instant now) {
    if (missed || (pressedSince != null && !told)) {
      tellPress(false, now);
    }
    pressedSince = null;
    ignored = false;
    told = false;
    clear(FaultKind.BUTTON_STUCK, now);
  }

  private void hold(Instant now) {
    if (pressedSince == null) {
      pressedSince = now;
    }
    if (!told && !pressedSince.plus(spec.longAfter()).isAfter(now)) {
      told = true;
      tellPress(true, now);
    }
    if (!pressedSince.plus(spec.stuckAfter()).isAfter(now)) {
      raise(FaultKind.BUTTON_STUCK, spec.input(), now);
    }
  }

  private void tellPress(boolean longPress, Instant now) {
    press++;
    tell(new MachineEvent.Pressed(name(), press, longPress, now));
  }

  @Override
  public void written(Output output, WriteResult result, Instant now) {
    throw new IllegalStateException(name() + " asks for no output");
  }

  @Override
  public void lost(Instant now) {
    known = false;
    pressedSince = null;
    told = false;
    become(MachineState.Signal.UNKNOWN, now);
  }

  @Override
  public CommandAnswer command(MachineCommand command, Instant now) {
    return switch (command) {
      case MachineCommand.TakePress(long wanted) -> {
        if (wanted > press || wanted < 1) {
          yield CommandAnswer.refused(
              CommandAnswer.Why.NO_SUCH_THING, "%s has no press %d".formatted(name(), wanted));
        }
        if (wanted <= taken) {
          yield CommandAnswer.refused(
              CommandAnswer.Why.ALREADY_TAKEN,
              "press %d of %s was acted upon already".formatted(wanted, name()));
        }
        taken = wanted;
        yield CommandAnswer.ACCEPTED;
      }
      case MachineCommand.Acknowledge acknowledge ->
          has(FaultKind.BUTTON_STUCK)
              ? causeStands(FaultKind.BUTTON_STUCK)
              : CommandAnswer.ACCEPTED;
      case MachineCommand.Start other -> notForThis();
      case MachineCommand.Call other -> notForThis();
      case MachineCommand.LetGo other -> notForThis();
      case MachineCommand.Stop other -> notForThis();
      case MachineCommand.Open other -> notForThis();
      case MachineCommand.Close other -> notForThis();
      case MachineCommand.Show other -> notForThis();
    };
  }

  @Override
  long count() {
    return press;
  }
}
