package dev.aisle.hmi.live.fleet;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message between program and vehicle.
 *
 * @param number rises by one with each message of the vehicle since the program started
 * @param sent true from the program to the vehicle
 * @param topic last part of the topic, such as {@code state}
 * @param json the message; null when it is no text
 * @param hex the bytes, upper case, when it is no text
 * @param cut true when only its beginning is kept
 */
@Schema(name = "VehicleMessage")
public record VehicleMessage(
    long number,
    Instant at,
    boolean sent,
    String topic,
    @Nullable String json,
    @Nullable String hex,
    boolean cut) {}
