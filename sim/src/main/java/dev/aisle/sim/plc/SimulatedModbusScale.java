package dev.aisle.sim.plc;

import dev.aisle.sim.modbus.DataUnits;
import dev.aisle.sim.modbus.DataUnits.UnitFault;
import dev.aisle.sim.modbus.ModbusUnit;
import dev.aisle.sim.modbus.TcpSlaves;
import dev.aisle.sim.scale.LoadCell;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A scale on Modbus TCP, unit 1: grams as int32 in holding registers 0 and 1, high word first; in 2
 * bit 0 still, bit 1 overload, bit 2 nothing on it.
 */
public final class SimulatedModbusScale implements AutoCloseable {
  private static final int UNIT = 1;
  private static final int REGISTERS = 3;
  private static final long TICK_NANOS = 10_000_000L;
  private static final long STOP_MS = 2_000;

  private final LoadCell cell;
  private final DataUnits units = new DataUnits(Map.of(UNIT, new Memory()));
  private final TcpSlaves server;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param port 0 for any that is free
   */
  public SimulatedModbusScale(String name, int port, LoadCell cell) throws IOException {
    this.cell = cell;
    this.server = new TcpSlaves(port, units);
    this.thread = Thread.ofPlatform().name("sim-" + name).daemon().start(this::run);
  }

  /** Where a master finds it. */
  public String address() {
    return server.address();
  }

  public LoadCell cell() {
    return cell;
  }

  /** Answers nothing while on. */
  public void keepSilent(boolean on) {
    units.fault(UNIT, on ? Optional.of(new UnitFault.Silent()) : Optional.empty());
  }

  private void run() {
    long last = System.nanoTime();
    while (!closed) {
      LockSupport.parkNanos(TICK_NANOS);
      long now = System.nanoTime();
      cell.step((now - last) / 1e9);
      last = now;
    }
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

  private final class Memory implements ModbusUnit {
    @Override
    public int[] registers(int first, int count) throws Refusal {
      Refusal.beyond(REGISTERS, first, count);
      LoadCell.Shown shown = cell.shown();
      int grams = (int) (shown.milligrams() / 1000);
      int state =
          (shown.stable() ? 1 : 0)
              | (shown.overload() ? 2 : 0)
              | (shown.stable() && grams == 0 ? 4 : 0);
      int[] all = {(grams >>> 16) & 0xFFFF, grams & 0xFFFF, state};
      return Arrays.copyOfRange(all, first, first + count);
    }
  }
}
