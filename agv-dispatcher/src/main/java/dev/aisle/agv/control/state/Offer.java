package dev.aisle.agv.control.state;

import dev.aisle.agv.transport.TransportId;
import dev.aisle.device.agv.VehicleId;
import java.util.List;

/** Vehicles without work and transports without a vehicle, when they were last brought together. */
public record Offer(List<VehicleId> takers, List<TransportId> waiting) {
  public static final Offer NONE = new Offer(List.of(), List.of());

  public Offer {
    takers = List.copyOf(takers);
    waiting = List.copyOf(waiting);
  }
}
