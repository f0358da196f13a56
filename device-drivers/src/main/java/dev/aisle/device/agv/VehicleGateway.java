package dev.aisle.device.agv;

import dev.aisle.device.agv.StateDetails.AccessResponse;
import java.util.List;
import java.util.function.Consumer;

/**
 * The wire to all vehicles. Sending never blocks on the network and never throws for a lost link:
 * delivery is not promised, the caller sends again until the vehicle's state mirrors the order.
 */
public interface VehicleGateway extends AutoCloseable {
  void send(VehicleOrder order);

  void send(InstantAction action);

  /** To a vehicle whose version has zones; another one is a mistake of the caller. */
  void send(VehicleId vehicle, ZoneSet set);

  /** Answers to requests in the vehicle's state, where its version has them. */
  void send(VehicleId vehicle, List<AccessResponse> responses);

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
