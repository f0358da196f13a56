package dev.aisle.hmi.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device and how it does.
 *
 * @param driver the driver's name in the site file, such as {@code rfid-bb}
 * @param address where it is reached, without any secret
 * @param link state of the connection in one word: {@code connected}, {@code connecting}, {@code
 *     down}
 * @param ageMs milliseconds since the last good exchange; null if there was none
 * @param exchanges good exchanges since the start
 * @param errors failed exchanges since the start
 * @param noiseBytes bytes that belonged to no frame
 * @param trouble text key of what is wrong
 * @param points a controller's points
 * @param lastReads a reader's newest tags, newest first, bounded
 */
@Schema(name = "Device")
public record DeviceStatus(
    String name,
    DeviceKind kind,
    String driver,
    String address,
    boolean simulated,
    DeviceSignal signal,
    String link,
    @Nullable Instant lastExchangeAt,
    @Nullable Long ageMs,
    long exchanges,
    long errors,
    long noiseBytes,
    @Nullable String trouble,
    @Nullable List<PointValue> points,
    @Nullable List<LastRead> lastReads) {

  /** What sort of thing it is. */
  public enum DeviceKind {
    @JsonProperty("rfid-reader")
    RFID_READER,
    @JsonProperty("tag-head")
    TAG_HEAD,
    @JsonProperty("plc")
    PLC,
    @JsonProperty("broker")
    BROKER,
    @JsonProperty("database")
    DATABASE
  }

  /** Device health after NAMUR NE 107, with "ok" and "unknown" added. */
  public enum DeviceSignal {
    @JsonProperty("ok")
    OK,
    @JsonProperty("failure")
    FAILURE,
    @JsonProperty("check")
    CHECK,
    @JsonProperty("outOfSpec")
    OUT_OF_SPEC,
    @JsonProperty("maintenance")
    MAINTENANCE,
    @JsonProperty("unknown")
    UNKNOWN
  }

  /**
   * @param value null when unknown
   * @param ageMs milliseconds since it was read; null if never
   */
  public record PointValue(String name, @Nullable Boolean value, @Nullable Long ageMs) {}

  /**
   * @param epc upper-case hex
   * @param rssi signal strength in dBm; null where the reader does not tell
   */
  public record LastRead(String epc, int antenna, @Nullable Double rssi, Instant at) {}
}
