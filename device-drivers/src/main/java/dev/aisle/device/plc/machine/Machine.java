package dev.aisle.device.plc.machine;

import dev.aisle.device.link.Ne107;
import dev.aisle.device.plc.WriteResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One machine made of named points. Knows no thread and no clock: it is given the time and the
 * values, and says what it wants switched and what happened. Not for several threads.
 *
 * <p>A command only changes what is wanted; the next {@link #step} asks for the outputs. An output
 * that moves something is asked for once. When its outcome is not known it is not asked for again:
 * the machine waits for what its sensors say.
 */
public abstract sealed class Machine
    permits Conveyor, Door, Lift, LightStack, PushButton, PhotoEye {
  private final String name;
  private final MachineKind kind;
  private final Map<FaultKind, MachineFault> faults = new EnumMap<>(FaultKind.class);
  private final List<MachineEvent> events = new ArrayList<>();
  private MachineState state;
  private Instant since = Instant.EPOCH;

  Machine(String name, MachineKind kind, MachineState unknown) {
    this.name = name;
    this.kind = kind;
    this.state = unknown;
  }

  /** To be called after every poll. */
  public abstract List<Output> step(Instant now, Inputs inputs);

  /** What came of an output this machine asked for. */
  public abstract void written(Output output, WriteResult result, Instant now);

  /** The link was lost; whatever was wanted is wanted no more. */
  public abstract void lost(Instant now);

  public abstract CommandAnswer command(MachineCommand command, Instant now);

  /** What happened since it was last asked. */
  public List<MachineEvent> events() {
    List<MachineEvent> told = List.copyOf(events);
    events.clear();
    return told;
  }

  public MachineReport report() {
    return new MachineReport(
        name, kind, state, health(), List.copyOf(faults.values()), since, detail(), count());
  }

  public final String name() {
    return name;
  }

  public final MachineState state() {
    return state;
  }

  String detail() {
    return "";
  }

  long count() {
    return 0;
  }

  private Ne107 health() {
    if (state.name().equals("UNKNOWN")) {
      return Ne107.UNKNOWN;
    }
    Ne107 worst = Ne107.OK;
    for (FaultKind fault : faults.keySet()) {
      if (fault.signal() == Ne107.FAILURE) {
        return Ne107.FAILURE;
      }
      worst = fault.signal();
    }
    return worst;
  }

  final void become(MachineState next, Instant now) {
    if (state != next) {
      events.add(new MachineEvent.StateChanged(name, state, next, now));
      state = next;
      since = now;
    }
  }

  final void raise(FaultKind kind, String detail, Instant now) {
    if (!faults.containsKey(kind)) {
      MachineFault fault = new MachineFault(kind, detail, now);
      faults.put(kind, fault);
      events.add(new MachineEvent.FaultRaised(name, fault, now));
    }
  }

  final void clear(FaultKind kind, Instant now) {
    if (faults.remove(kind) != null) {
      events.add(new MachineEvent.FaultCleared(name, kind, now));
    }
  }

  final void clear(Collection<FaultKind> kinds, Instant now) {
    kinds.forEach(kind -> clear(kind, now));
  }

  final boolean has(FaultKind kind) {
    return faults.containsKey(kind);
  }

  final boolean hasFailure() {
    return faults.keySet().stream().anyMatch(fault -> fault.signal() == Ne107.FAILURE);
  }

  final void tell(MachineEvent event) {
    events.add(event);
  }

  final CommandAnswer notForThis() {
    return CommandAnswer.refused(
        CommandAnswer.Why.NOT_FOR_THIS_MACHINE, name + " does not know this command");
  }

  final CommandAnswer notConnected() {
    return CommandAnswer.refused(
        CommandAnswer.Why.NOT_CONNECTED, "the controller of %s cannot be reached".formatted(name));
  }

  final CommandAnswer faultStands() {
    return CommandAnswer.refused(
        CommandAnswer.Why.FAULT_STANDS, "%s has a fault; acknowledge it first".formatted(name));
  }

  final CommandAnswer causeStands(FaultKind kind) {
    return CommandAnswer.refused(
        CommandAnswer.Why.CAUSE_STANDS, "%s: %s".formatted(name, kind.what()));
  }

  /** The fault that an output which did not get through means. */
  final void raiseFor(WriteResult result, Instant now) {
    String detail = result.refusal().map(no -> no.reason()).orElse(result.point());
    switch (result.outcome()) {
      case CONFIRMED -> {}
      case UNKNOWN -> raise(FaultKind.OUTPUT_UNKNOWN, detail, now);
      case REFUSED, NOT_ALLOWED, NOT_SENT -> raise(FaultKind.OUTPUT_REFUSED, detail, now);
    }
  }
}
