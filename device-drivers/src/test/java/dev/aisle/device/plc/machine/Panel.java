package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.PulseCount;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.WriteResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A controller's points in a test, its clock, and one machine that is polled every 25 ms. */
final class Panel implements Inputs {
  private final Map<String, Boolean> values = new HashMap<>();
  private final Map<String, Integer> pulses = new HashMap<>();
  private final Machine machine;
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private boolean connected = true;

  /** What the next writes come to. */
  WriteOutcome outcome = WriteOutcome.CONFIRMED;

  final List<String> writes = new ArrayList<>();
  final List<MachineEvent> events = new ArrayList<>();

  Panel(MachineSpec spec) {
    machine = spec.build();
  }

  Panel set(String point, boolean on) {
    if (on && !values.getOrDefault(point, false)) {
      pulses.merge(point, 1, Integer::sum);
    }
    values.put(point, on);
    return this;
  }

  /** A pulse between two polls. */
  void blink(String point) {
    set(point, true);
    set(point, false);
  }

  void cut() {
    connected = false;
    machine.lost(now);
  }

  void mend() {
    connected = true;
  }

  @Override
  public Optional<Boolean> value(String point) {
    return connected ? Optional.of(values.getOrDefault(point, false)) : Optional.empty();
  }

  @Override
  public PulseCount pulses(String point) {
    return new PulseCount(pulses.getOrDefault(point, 0), 0);
  }

  CommandAnswer tell(MachineCommand command) {
    return machine.command(command, now);
  }

  /** Polls until so much time is over. */
  Panel after(Duration time) {
    Instant end = now.plus(time);
    do {
      now = now.plusMillis(25);
      poll();
    } while (now.isBefore(end));
    return this;
  }

  Panel poll() {
    if (!connected) {
      return this;
    }
    for (Output output : machine.step(now, this)) {
      writes.add(output.point() + "=" + output.on());
      if (outcome == WriteOutcome.CONFIRMED) {
        values.put(output.point(), output.on());
      }
      machine.written(output, new WriteResult(output.point(), outcome, Optional.empty()), now);
    }
    events.addAll(machine.events());
    return this;
  }

  MachineState state() {
    return machine.state();
  }

  MachineReport report() {
    return machine.report();
  }

  List<FaultKind> faults() {
    return machine.report().faults().stream().map(MachineFault::kind).toList();
  }
}
