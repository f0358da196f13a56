package dev.aisle.agv.assignment;

import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import java.util.Optional;

/**
 * A transport that may be given to a vehicle now.
 *
 * @param only the one vehicle that may have it, if there is such a wish
 */
public record Demand(TransportRequest request, Optional<VehicleId> only) {
  public static Demand of(TransportRequest request) {
    return new Demand(request, request.terms().intended());
  }
}
