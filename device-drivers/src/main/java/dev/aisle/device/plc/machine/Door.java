package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.WriteResult;
import dev.aisle.device.plc.machine.MachineSpec.DoorSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A door moved by pulses. One command is one pulse: when nobody knows whether it arrived, the limit
 * switches tell, and it is not sent again. Ending a pulse is tried until it is confirmed.
 */
final class Door extends Machine {
  private static final Duration OFF_AGAIN = Duration.ofMillis(500);

  private final DoorSpec spec;
  private @Nullable Way wanted;
  private @Nullable Way moving;
  private Instant movingSince = Instant.EPOCH;
  private @Nullable Instant pulseSince;
  private @Nullable Instant offTried;
  private @Nullable Instant oddSince;
  private boolean both;

  private enum Way {
    OPEN,
    CLOSE
  }

  Door(DoorSpec spec) {
    super(spec.name(), MachineKind.DOOR, MachineState.Door.UNKNOWN);
    this.spec = spec;
  }

  @Override
  public List<Output> step(Instant now, Inputs inputs) {
    Optional<Boolean> open = inputs.value(spec.isOpen());
    Optional<Boolean> closed = inputs.value(spec.isClosed());
    if (open.isEmpty() || closed.isEmpty()) {
      lost(now);
      return List.of();
    }
    judge(open.get(), closed.get(), now);
    become(stateOf(open.get(), closed.get()), now);
    return outputs(inputs, now);
  }

  private void judge(boolean open, boolean closed, Instant now) {
    both = open && closed;
    boolean odd = open == closed;
    if (!odd) {
      oddSince = null;
      clear(List.of(FaultKind.DOOR_BOTH, FaultKind.DOOR_NEITHER), now);
    } else if (oddSince == null) {
      oddSince = now;
    }
    if (moving != null && !odd && open == (moving == Way.OPEN)) {
      moving = null;
      clear(List.of(FaultKind.DOOR_NOT_MOVED, FaultKind.OUTPUT_UNKNOWN), now);
    }
    if (moving != null && !movingSince.plus(spec.travel()).isAfter(now)) {
      moving = null;
      if (!odd) {
        raise(FaultKind.DOOR_NOT_MOVED, open ? spec.isOpen() : spec.isClosed(), now);
      }
    }
    if (odd && moving == null && oddSince != null && !oddSince.plus(spec.travel()).isAfter(now)) {
      if (both) {
        raise(FaultKind.DOOR_BOTH, spec.isOpen() + ", " + spec.isClosed(), now);
      } else {
        raise(FaultKind.DOOR_NEITHER, spec.isOpen() + ", " + spec.isClosed(), now);
      }
    }
  }

  private MachineState.Door stateOf(boolean open, boolean closed) {
    if (has(FaultKind.DOOR_BOTH) || has(FaultKind.DOOR_NEITHER) || has(FaultKind.DOOR_NOT_MOVED)) {
      return MachineState.Door.FAULT;
    }
    if (moving != null) {
      return moving == Way.OPEN ? MachineState.Door.OPENING : MachineState.Door.CLOSING;
    }
    if (open == closed) {
      return MachineState.Door.BETWEEN;
    }
    return open ? MachineState.Door.OPEN : MachineState.Door.CLOSED;
  }

  private List<Output> outputs(Inputs inputs, Instant now) {
    boolean openOn = inputs.value(spec.open()).orElse(false);
    boolean closeOn = inputs.value(spec.close()).orElse(false);
    boolean over =
        pulseSince == null || wanted != null || !pulseSince.plus(spec.pulse()).isAfter(now);
    List<Output> outputs = new ArrayList<>();
    if (over && (openOn || closeOn)) {
      if (offTried == null || !offTried.plus(OFF_AGAIN).isAfter(now)) {
        offTried = now;
        if (openOn) {
          outputs.add(new Output(spec.open(), false));
        }
        if (closeOn) {
          outputs.add(new Output(spec.close(), false));
        }
      }
      return outputs;
    }
    Way next = wanted;
    if (next != null) {
      wanted = null;
      moving = next;
      movingSince = now;
      offTried = null;
      pulseSince = now;
      outputs.add(new Output(next == Way.OPEN ? spec.open() : spec.close(), true));
    }
    return outputs;
  }

  @Override
  public void written(Output output, WriteResult result, Instant now) {
    if (output.on()) {
      pulseSince = now;
      if (result.outcome() != WriteOutcome.CONFIRMED && result.outcome() != WriteOutcome.UNKNOWN) {
        moving = null;
        raiseFor(result, now);
      }
    } else if (result.outcome() == WriteOutcome.CONFIRMED) {
      offTried = null;
    } else {
      raiseFor(result, now);
    }
  }

  @Override
  public void lost(Instant now) {
    wanted = null;
    moving = null;
    pulseSince = null;
    offTried = null;
    oddSince = null;
    become(MachineState.Door.UNKNOWN, now);
  }

  @Override
  public CommandAnswer command(MachineCommand command, Instant now) {
    if (state() == MachineState.Door.UNKNOWN) {
      return notConnected();
    }
    return switch (command) {
      case MachineCommand.Open open -> move(Way.OPEN);
      case MachineCommand.Close close -> move(Way.CLOSE);
      case MachineCommand.Acknowledge acknowledge -> {
        if (has(FaultKind.DOOR_BOTH)) {
          yield causeStands(FaultKind.DOOR_BOTH);
        }
        clear(
            List.of(FaultKind.DOOR_NOT_MOVED, FaultKind.OUTPUT_REFUSED, FaultKind.OUTPUT_UNKNOWN),
            now);
        yield CommandAnswer.ACCEPTED;
      }
      case MachineCommand.Start other -> notForThis();
      case MachineCommand.Call other -> notForThis();
      case MachineCommand.LetGo other -> notForThis();
      case MachineCommand.Stop other -> notForThis();
      case MachineCommand.Show other -> notForThis();
      case MachineCommand.TakePress other -> notForThis();
    };
  }

  /** A door that stands between its ends may be sent: that is how it is freed. */
  private CommandAnswer move(Way way) {
    if (has(FaultKind.DOOR_BOTH)
        || has(FaultKind.DOOR_NOT_MOVED)
        || has(FaultKind.OUTPUT_REFUSED)) {
      return faultStands();
    }
    MachineState there = way == Way.OPEN ? MachineState.Door.OPEN : MachineState.Door.CLOSED;
    boolean onItsWay = moving == way && wanted == null;
    if (!onItsWay && !(state() == there && moving == null)) {
      wanted = way;
    } else {
      wanted = null;
    }
    return CommandAnswer.ACCEPTED;
  }
}
