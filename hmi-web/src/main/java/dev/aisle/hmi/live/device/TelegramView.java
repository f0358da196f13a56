package dev.aisle.hmi.live.device;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One telegram on a device's wire.
 *
 * @param number rises by one with each telegram of the device since it was opened
 * @param sent true from the program to the device
 * @param hex the bytes, upper case; empty where only the meaning is known
 * @param meaning what it says, for a technician; {@code type} first
 */
@Schema(name = "Telegram")
public record TelegramView(
    long number, Instant at, boolean sent, String hex, Map<String, Object> meaning) {
  public TelegramView {
    meaning = Collections.unmodifiableMap(new LinkedHashMap<>(meaning));
  }
}
