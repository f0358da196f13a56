package dev.aisle.sim.plc;

import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A small PLC behind Modbus TCP, unit 1: coils, discrete inputs, and for every input {@code n} a
 * holding register {@code 100 + n} that counts its rising edges, so that a short beam break between
 * two polls is not lost. Thread-safe.
 */
public final class SimulatedPlc implements AutoCloseable {
  static final int POINTS_MAX = 100;
  static final int COUNTERS_FROM = 100;

  private final PlcSpec spec;
  private final Memory memory = new Memory();
  private final Silence silence = new Silence();
  private final ModbusSlaveServer server;

  public SimulatedPlc(PlcSpec spec, Optional<PlcState> saved) throws IOException {
    this.spec = spec;
    saved.ifPresent(this::restore);
    server = new ModbusSlaveServer(spec.port(), Map.of(1, memory), silence);
  }

  private void restore(PlcState saved) {
    saved.coils().forEach((name, on) -> memory.writeCoil(address(name), on));
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

  /** Sets an input as a sensor does. Sensors without a wire to this PLC are ignored. */
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
    silence.begin(length);
  }

  @Override
  public void close() {
    silence.end();
    server.close();
  }

  private static final class Memory implements Registers {
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

    @Override
    public int inputs() {
      return POINTS_MAX;
    }

    @Override
    public synchronized boolean input(int number) {
      return inputs.get(number);
    }

    @Override
    public int coils() {
      return POINTS_MAX;
    }

    @Override
    public synchronized boolean coil(int number) {
      return coils.get(number);
    }

    @Override
    public synchronized void writeCoil(int number, boolean on) {
      coils.set(number, on);
    }

    @Override
    public int holding() {
      return COUNTERS_FROM + POINTS_MAX;
    }

    @Override
    public synchronized int[] holding(int from, int count) {
      int[] values = new int[count];
      for (int i = 0; i < count; i++) {
        int number = from + i - COUNTERS_FROM;
        values[i] = number < 0 ? 0 : counters[number];
      }
      return values;
    }
  }
}
