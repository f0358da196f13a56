package dev.aisle.device.agv;

import java.util.function.Consumer;

/**
 * The wire to all vehicles. Sending never blocks on the network and never throws for a lost link:
 * delivery is not promised, the caller sends again until the vehicle's state mirrors the order.
 */
public interface VehicleGateway extends AutoCloseable {
  void send(VehicleOrder order);

  void send(InstantAction action);

  /**
   * Receives every report of every vehicle, on a thread of the gateway. The receiver must return
   * quickly and hand over to its own queue. To be called once, before {@link #open()}.
   */
  void onReport(Consumer<VehicleReport> receiver);

  /** Connects, and from then on keeps reconnecting by itself. */
  void open();

  /** True while the link to the broker stands. */
  boolean isConnected();

  @Override
  void close();
}
