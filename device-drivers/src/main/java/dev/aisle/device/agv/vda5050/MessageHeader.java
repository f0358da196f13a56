package dev.aisle.device.agv.vda5050;

import java.time.Instant;

/**
 * The head of every message.
 *
 * @param headerId counts the messages of one topic of one vehicle
 */
public record MessageHeader(
    long headerId, Instant timestamp, String version, String manufacturer, String serial) {
  public static MessageHeader of(Vda5050Vehicle vehicle, long headerId, Instant timestamp) {
    return new MessageHeader(
        headerId, timestamp, vehicle.version().number(), vehicle.manufacturer(), vehicle.serial());
  }
}
