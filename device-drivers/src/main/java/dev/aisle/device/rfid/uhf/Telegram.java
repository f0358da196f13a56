package dev.aisle.device.rfid.uhf;

import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One frame on the wire, for a technician's eyes.
 *
 * @param sent true for host to reader
 * @param hex the bytes, upper case
 * @param meaning as {@link UhfDialect#explain} says it, in its order; {@code type: noise} for
 *     skipped bytes
 */
public record Telegram(Instant at, boolean sent, String hex, Map<String, Object> meaning) {
  public Telegram {
    meaning = Collections.unmodifiableMap(new LinkedHashMap<>(meaning));
  }
}
