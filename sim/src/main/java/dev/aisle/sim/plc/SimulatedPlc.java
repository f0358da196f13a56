package dev.aisle.sim.plc;

import dev.aisle.sim.modbus.DataUnits;
import dev.aisle.sim.modbus.DataUnits.UnitFault;
import dev.aisle.sim.modbus.ModbusUnit;
import dev.aisle.sim.modbus.TcpSlaves;
import dev.aisle.sim.plc.machine.SimulatedGate;
import dev.aisle.sim.plc.machine.SimulatedHandOver;
import dev.aisle.sim.plc.machine.SimulatedLift;
import dev.aisle.sim.plc.machine.SimulatedMachine;
import dev.aisle.sim.plc.machine.Wires;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small PLC behind Modbus TCP, unit 1: coils, discrete inputs, and for every input {@code n} a
 * holding register {@code 100 + n} that counts its rising edges, so that a short beam break between
 * two polls is not lost. Thread-safe.
 */
public final class SimulatedPlc implements Wires, AutoCloseable {
  static final int POINTS_MAX = 100;
  private static final int UNIT = 1;
  static final int COUNTERS_FROM = 100;

  private final PlcSpec spec;
  private final Memory memory = new Memory();
  private final DataUnits units = new DataUnits(Map.of(UNIT, memory));
  private final TcpSlaves server;
  private final List<SimulatedMachine> machines;
  private final Map<String, SimulatedLift> lifts = new LinkedHashMap<>();

  public SimulatedPlc(PlcSpec spec, Optional<PlcState> saved) throws IOException {
    this.spec = spec;
    saved.ifPresent(this::restore);
    machines = new ArrayList<>();
    spec.gates()
        .forEach(
            gate ->
                machines.add(
                    new SimulatedGate(
                        gate.open(),
                        gate.close(),
                        gate.isOpen(),
                        gate.isClosed(),
                        gate.travelSeconds())));
    spec.lifts().forEach(lift -> lifts.put(lift.name(), new SimulatedLift(lift)));
    machines.addAll(lifts.values());
    spec.handOvers()
        .forEach(
            one ->
                machines.add(
                    new SimulatedHandOver(one.request(), one.ready(), one.readySeconds())));
    server = new TcpSlaves(spec.port(), units);
  }

  /** Its lift of that name. */
  public Optional<SimulatedLift> lift(String name) {
    return Optional.ofNullable(lifts.get(name));
  }

  /** Where vehicles hand loads over, for the sensors of those places. */
  public List<PlcHandOver> handOvers() {
    return spec.handOvers();
  }

  private void restore(PlcState saved) {
    saved.coils().forEach((name, on) -> memory.setCoil(address(name), on));
    saved.counters().forEach((name, count) -> memory.setCounter(address(name), count));
  }

  private int address(String point) {
    PlcPoint found = spec.points().get(point);
    if (found == null) {
      throw new IllegalArgumentException("%s has no point '%s'".formatted(spec.name(), point));
    }
    return found.number();
  }

  public PlcState save() {
    Map<String, Boolean> coils = new HashMap<>();
    Map<String, Integer> counters = new HashMap<>();
    spec.points()
        .forEach(
            (name, point) -> {
              if (point.kind() == PlcPoint.Kind.COIL) {
                coils.put(name, memory.coil(point.number()));
              } else {
                counters.put(name, memory.counter(point.number()));
              }
            });
    return new PlcState(coils, counters);
  }

  public String name() {
    return spec.name();
  }

  /** Moves what hangs on it, for so long. */
  public void step(double seconds) {
    machines.forEach(machine -> machine.step(seconds, this));
  }

  @Override
  public boolean on(String output) {
    return coil(output);
  }

  /** Sets an input as a sensor does. Sensors without a wire to this PLC are ignored. */
  @Override
  public void sense(String point, boolean on) {
    PlcPoint found = spec.points().get(point);
    if (found != null && found.kind() == PlcPoint.Kind.INPUT) {
      memory.setInput(found.number(), on);
    }
  }

  /** What the master has last written. A coil that does not exist is off. */
  public boolean coil(String point) {
    PlcPoint found = spec.points().get(point);
    return found != null && found.kind() == PlcPoint.Kind.COIL && memory.coil(found.number());
  }

  /** Answers no request until the time is over, then all that still wait. */
  public void keepSilent(Duration length) {
    units.fault(UNIT, new UnitFault.Waits(), length);
  }

  @Override
  public void close() {
    units.repair();
    server.close();
  }

  private static final class Memory implements ModbusUnit {
    private final BitSet inputs = new BitSet();
    private final BitSet coils = new BitSet();
    private final int[] counters = new int[POINTS_MAX];

    synchronized void setInput(int number, boolean on) {
      if (on && !inputs.get(number)) {
        counters[number] = (counters[number] + 1) & 0xFFFF;
      }
      inputs.set(number, on);
    }

    synchronized void setCounter(int number, int count) {
      counters[number] = count;
    }

    synchronized int counter(int number) {
      return counters[number];
    }

    synchronized boolean coil(int number) {
      return coils.get(number);
    }

    synchronized void setCoil(int number, boolean on) {
      coils.set(number, on);
    }

    @Override
    public synchronized boolean[] inputs(int first, int count) throws Refusal {
      Refusal.beyond(POINTS_MAX, first, count);
      return BitWords.bits(inputs, first, count);
    }

    @Override
    public synchronized boolean[] coils(int first, int count) throws Refusal {
      Refusal.beyond(POINTS_MAX, first, count);
      return BitWords.bits(coils, first, count);
    }

    @Override
    public synchronized void writeCoils(int first, boolean[] values) throws Refusal {
      Refusal.beyond(POINTS_MAX, first, values.length);
      for (int i = 0; i < values.length; i++) {
        coils.set(first + i, values[i]);
      }
    }

    @Override
    public synchronized int[] registers(int first, int count) throws Refusal {
      Refusal.beyond(COUNTERS_FROM + POINTS_MAX, first, count);
      int[] values = new int[count];
      for (int i = 0; i < count; i++) {
        int number = first + i - COUNTERS_FROM;
        values[i] = number < 0 ? 0 : counters[number];
      }
      return values;
    }
  }
}
