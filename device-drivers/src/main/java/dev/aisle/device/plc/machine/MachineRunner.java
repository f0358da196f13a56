package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PulseCount;
import dev.aisle.device.plc.RoundListener;
import dev.aisle.device.plc.WriteResult;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the machines of one controller on the controller's own thread: after every poll each looks
 * at its points and has its outputs switched. Commands and questions may come from any thread.
 */
public final class MachineRunner implements RoundListener {
  private static final Logger LOG = LoggerFactory.getLogger(MachineRunner.class);

  private final PlcPoints plc;
  private final Clock clock;
  private final Map<String, Machine> machines = new LinkedHashMap<>();
  private final List<Consumer<MachineEvent>> receivers = new CopyOnWriteArrayList<>();
  private final Inputs inputs;

  /** To be called before the controller is opened. */
  public MachineRunner(PlcPoints plc, Collection<MachineSpec> specs, Clock clock) {
    this.plc = plc;
    this.clock = clock;
    for (MachineSpec spec : specs) {
      machines.put(spec.name(), spec.build());
    }
    this.inputs =
        new Inputs() {
          @Override
          public Optional<Boolean> value(String point) {
            return plc.value(point).value();
          }

          @Override
          public PulseCount pulses(String point) {
            return plc.pulses(point);
          }
        };
    plc.onRound(this);
  }

  /**
   * Receives what happens, on the thread of the controller. Must return quickly. To be called
   * before the controller is opened.
   */
  public void onEvent(Consumer<MachineEvent> receiver) {
    receivers.add(receiver);
  }

  /** Returns at once; the outputs follow at the next poll. */
  public CommandAnswer command(String machine, MachineCommand command) {
    synchronized (machines) {
      Machine told = machines.get(machine);
      if (told == null) {
        return CommandAnswer.refused(
            CommandAnswer.Why.NO_SUCH_THING,
            "%s has no machine '%s'".formatted(plc.name(), machine));
      }
      return told.command(command, clock.instant());
    }
  }

  public List<MachineReport> reports() {
    synchronized (machines) {
      return machines.values().stream().map(Machine::report).toList();
    }
  }

  public Optional<MachineReport> report(String machine) {
    synchronized (machines) {
      return Optional.ofNullable(machines.get(machine)).map(Machine::report);
    }
  }

  @Override
  public void round(Instant now) {
    List<MachineEvent> events = new ArrayList<>();
    for (Machine machine : machines.values()) {
      List<Output> outputs;
      synchronized (machines) {
        outputs = machine.step(now, inputs);
      }
      if (!outputs.isEmpty()) {
        List<WriteResult> results = write(outputs);
        synchronized (machines) {
          report(machine, outputs, results);
        }
      }
      synchronized (machines) {
        events.addAll(machine.events());
      }
    }
    tell(events);
  }

  private List<WriteResult> write(List<Output> outputs) {
    Map<String, Boolean> wanted = new LinkedHashMap<>();
    outputs.forEach(output -> wanted.put(output.point(), output.on()));
    return plc.setAll(wanted);
  }

  private void report(Machine machine, List<Output> outputs, List<WriteResult> results) {
    Instant now = clock.instant();
    for (WriteResult result : results) {
      outputs.stream()
          .filter(output -> output.point().equals(result.point()))
          .forEach(output -> machine.written(output, result, now));
    }
  }

  @Override
  public void lost(Instant now) {
    List<MachineEvent> events = new ArrayList<>();
    synchronized (machines) {
      for (Machine machine : machines.values()) {
        machine.lost(now);
        events.addAll(machine.events());
      }
    }
    tell(events);
  }

  private void tell(List<MachineEvent> events) {
    for (MachineEvent event : events) {
      LOG.debug("{}: {}", plc.name(), event);
      receivers.forEach(receiver -> receiver.accept(event));
    }
  }
}
