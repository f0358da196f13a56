package dev.aisle.device.plc.plan;

import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.machine.MachineRunner;
import java.time.Clock;

/** A controller with its machines, running from {@link #open} to {@link #close}. */
public final class PlcStation implements AutoCloseable {
  private final PlcPoints points;
  private final MachineRunner machines;

  public PlcStation(String name, ModbusMaster master, PlcPlan plan, Clock clock) {
    points = new PlcPoints(name, master, plan.wiring(), clock);
    machines = new MachineRunner(points, plan.machines(), clock);
  }

  public PlcPoints points() {
    return points;
  }

  public MachineRunner machines() {
    return machines;
  }

  public void open() {
    points.open();
  }

  @Override
  public void close() {
    points.close();
  }
}
