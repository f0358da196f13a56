package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.VehicleId;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A message as it went over the wire, understood or not.
 *
 * @param sent true from the program to the vehicle
 * @param payload read-only, its bytes from 0 to the limit
 */
public record WireMessage(
    VehicleId vehicle, Instant at, boolean sent, Topic topic, ByteBuffer payload) {}
