package dev.aisle.sim.plc;

import dev.aisle.sim.modbus.DataUnits;
import dev.aisle.sim.modbus.DataUnits.UnitFault;
import dev.aisle.sim.modbus.TcpSlaves;
import dev.aisle.sim.plc.machine.SimulatedMachine;
import dev.aisle.sim.plc.machine.Wires;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A remote I/O module on Modbus TCP with the machines that hang on its terminals. It moves them a
 * hundred times a second and plays the faults of a module and its line.
 */
public final class SimulatedIoModule implements Wires, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedIoModule.class);
  private static final long TICK_NANOS = 10_000_000L;

  /** After a stall of the computer the machines go on from here, they do not catch up. */
  private static final double LONGEST_TICK_S = 0.1;

  private static final long STOP_MS = 2_000;
  private static final int UNIT = 1;

  private final IoModuleSpec spec;
  private final List<SimulatedMachine> machines;
  private final IoModuleMemory memory;
  private final DataUnits units;
  private final TcpSlaves server;
  private final Thread thread;
  private volatile boolean closed;

  public SimulatedIoModule(IoModuleSpec spec, List<SimulatedMachine> machines) throws IOException {
    this.spec = spec;
    this.machines = List.copyOf(machines);
    this.memory = new IoModuleMemory(spec);
    this.units = new DataUnits(Map.of(UNIT, memory));
    this.server = new TcpSlaves(spec.port(), units);
    this.thread = Thread.ofPlatform().name("sim-" + spec.name()).daemon().start(this::run);
  }

  public String name() {
    return spec.name();
  }

  /** Where a master finds it. */
  public String address() {
    return server.address();
  }

  private void run() {
    long last = System.nanoTime();
    while (!closed) {
      long now = System.nanoTime();
      memory.watch(now);
      double seconds = Math.min((now - last) / 1e9, LONGEST_TICK_S);
      last = now;
      for (SimulatedMachine machine : machines) {
        machine.step(seconds, this);
      }
      LockSupport.parkNanos(TICK_NANOS - (System.nanoTime() - now));
    }
  }

  @Override
  public boolean on(String output) {
    return memory.output(terminal(output, PlcPoint.Kind.COIL));
  }

  @Override
  public void sense(String input, boolean on) {
    memory.sense(terminal(input, PlcPoint.Kind.INPUT), on);
  }

  private int terminal(String point, PlcPoint.Kind kind) {
    PlcPoint found = spec.points().get(point);
    if (found == null || found.kind() != kind) {
      throw new IllegalArgumentException("%s has no point '%s'".formatted(spec.name(), point));
    }
    return found.number();
  }

  /** How often an output went on. */
  public int pulses(String output) {
    return memory.rises(terminal(output, PlcPoint.Kind.COIL));
  }

  /** The count of an input becomes this, as after a reset or just before it begins anew. */
  public void setCounter(String input, long count) {
    memory.setCounter(terminal(input, PlcPoint.Kind.INPUT), count);
  }

  /** Hears and answers nothing. */
  public void keepSilent(Duration length) {
    LOG.info("{} keeps silent for {}", spec.name(), length);
    units.fault(UNIT, new UnitFault.Silent(), length);
  }

  /** Answers every request with this exception and carries none out. */
  public void refuseAll(int code, Duration length) {
    units.fault(UNIT, new UnitFault.Refuses(code), length);
  }

  /** The next writes are carried out, but their answers are lost. */
  public void loseAnswersOfWrites(int count) {
    units.loseAnswersOfWrites(UNIT, count);
  }

  /** Every connection breaks. */
  public void cutLine() {
    server.cut();
  }

  /** Whether its watch has set the outputs to 0. */
  public boolean watchTripped() {
    return memory.tripped();
  }

  /** What a technician does with the maker's tool after a trip. */
  public void clearTrip() {
    memory.clearTrip();
  }

  @Override
  public void close() {
    closed = true;
    server.close();
    LockSupport.unpark(thread);
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
