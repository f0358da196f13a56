package dev.aisle.hmi.bridge.fleet;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails;
import dev.aisle.device.agv.VehicleGateway;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.vda5050.Vda5050Gateway;
import dev.aisle.device.agv.vda5050.WireMessage;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The wire to the fleet, which a node opens each time it begins to lead. */
public final class FleetGateway implements VehicleGateway {
  private final Supplier<Vda5050Gateway> wires;
  private volatile Vda5050Gateway wire;
  private volatile Consumer<VehicleReport> receiver = report -> {};
  private volatile Consumer<WireMessage> tap = message -> {};
  private boolean used;

  /**
   * @param wires makes one that is not open yet
   */
  public FleetGateway(Supplier<Vda5050Gateway> wires) {
    this.wires = wires;
    this.wire = wires.get();
  }

  /** The one in use, or to be used next. */
  public Vda5050Gateway wire() {
    return wire;
  }

  @Override
  public void send(VehicleOrder order) {
    wire.send(order);
  }

  @Override
  public void send(InstantAction action) {
    wire.send(action);
  }

  @Override
  public void send(VehicleId vehicle, ZoneSet set) {
    wire.send(vehicle, set);
  }

  @Override
  public void send(VehicleId vehicle, List<StateDetails.AccessResponse> responses) {
    wire.send(vehicle, responses);
  }

  @Override
  public void onReport(Consumer<VehicleReport> receives) {
    receiver = receives;
  }

  /** As {@link Vda5050Gateway#onMessage}, of every wire from the next opening on. */
  public void onMessage(Consumer<WireMessage> hears) {
    tap = hears;
  }

  @Override
  public synchronized void open() {
    if (used) {
      wire = wires.get();
    }
    used = true;
    wire.onReport(report -> receiver.accept(report));
    wire.onMessage(message -> tap.accept(message));
    wire.open();
  }

  @Override
  public boolean isConnected() {
    return wire.isConnected();
  }

  @Override
  public void close() {
    wire.close();
  }
}
