package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.WriteResult;
import dev.aisle.device.plc.machine.MachineSpec.PhotoEyeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A photo-eye that counts what breaks its beam, also what passes between two polls. */
final class PhotoEye extends Machine {
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final PhotoEyeSpec spec;
  private boolean known;
  private long total;
  private @Nullable Instant blockedSince;
  private Instant windowFrom = Instant.EPOCH;
  private long windowStart;

  PhotoEye(PhotoEyeSpec spec) {
    super(spec.name(), MachineKind.PHOTO_EYE, MachineState.Signal.UNKNOWN);
    this.spec = spec;
  }

  @Override
  public List<Output> step(Instant now, Inputs inputs) {
    Optional<Boolean> read = inputs.value(spec.input());
    if (read.isEmpty()) {
      lost(now);
      return List.of();
    }
    long seen = inputs.pulses(spec.input()).total();
    if (!known) {
      known = true;
      windowFrom = now;
      windowStart = seen;
    }
    if (seen > total) {
      tell(new MachineEvent.Passed(name(), seen, now));
      blockedSince = null;
    }
    total = seen;
    blocked(read.get(), now);
    chatter(now);
    become(read.get() ? MachineState.Signal.ON : MachineState.Signal.OFF, now);
    return List.of();
  }

  private void blocked(boolean blocked, Instant now) {
    if (!blocked) {
      blockedSince = null;
      clear(FaultKind.EYE_BLOCKED, now);
      return;
    }
    if (blockedSince == null) {
      blockedSince = now;
    }
    if (!blockedSince.plus(spec.blockedAfter()).isAfter(now)) {
      raise(FaultKind.EYE_BLOCKED, spec.input(), now);
    }
  }

  private void chatter(Instant now) {
    boolean tooMany = total - windowStart > spec.mostPerSecond();
    if (tooMany) {
      raise(FaultKind.EYE_CHATTERS, spec.input(), now);
    }
    if (!windowFrom.plus(WINDOW).isAfter(now)) {
      if (!tooMany) {
        clear(FaultKind.EYE_CHATTERS, now);
      }
      windowFrom = now;
      windowStart = total;
    }
  }

  @Override
  public void written(Output output, WriteResult result, Instant now) {
    throw new IllegalStateException(name() + " asks for no output");
  }

  @Override
  public void lost(Instant now) {
    known = false;
    blockedSince = null;
    become(MachineState.Signal.UNKNOWN, now);
  }

  @Override
  public CommandAnswer command(MachineCommand command, Instant now) {
    return notForThis();
  }

  @Override
  long count() {
    return total;
  }
}
