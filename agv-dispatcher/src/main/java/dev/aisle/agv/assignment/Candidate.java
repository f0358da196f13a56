package dev.aisle.agv.assignment;

import dev.aisle.agv.transport.TransportId;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import java.util.Optional;

/**
 * A vehicle that could take a transport.
 *
 * @param node where it will be free
 * @param freeInMs in how long
 * @param enduranceMs how long it can still drive, with enough left to reach a charger from nearby;
 *     {@link #ENDLESS} if nobody knows better
 * @param has the transport it is on its way to and could leave to another
 */
public record Candidate(
    VehicleId vehicle,
    String node,
    long freeInMs,
    double maxSpeedMps,
    VehicleCapabilities can,
    long enduranceMs,
    Optional<TransportId> has) {
  public static final long ENDLESS = Long.MAX_VALUE / 4;

  /** One of which nothing more is known. */
  public Candidate(VehicleId vehicle, String node, long freeInMs, double maxSpeedMps) {
    this(
        vehicle,
        node,
        freeInMs,
        maxSpeedMps,
        VehicleCapabilities.UNKNOWN,
        ENDLESS,
        Optional.empty());
  }
}
