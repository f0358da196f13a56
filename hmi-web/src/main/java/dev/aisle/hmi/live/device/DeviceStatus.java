package dev.aisle.hmi.live.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
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
 * @param noiseBytes bytes that belonged to no frame, since the start
 * @param exchangesPerMin mean of the last seconds, a minute
 * @param errorsPerMin in the last minute
 * @param noisePerMin bytes, mean of the last seconds, a minute
 * @param servedPerMin reads, scans or values, mean of the last seconds, a minute
 * @param trouble stable word for what is wrong, such as {@code no-answer}; null when nothing is
 * @param troubleParams values for the translated sentence
 * @param troubleDetail what the driver says, for a technician, in English
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
    double exchangesPerMin,
    double errorsPerMin,
    double noisePerMin,
    double servedPerMin,
    @Nullable String trouble,
    Map<String, String> troubleParams,
    @Nullable String troubleDetail) {
  public DeviceStatus {
    troubleParams = Map.copyOf(troubleParams);
  }

  /** What sort of thing it is. */
  @Schema(name = "DeviceKind")
  public enum DeviceKind {
    @JsonProperty("rfid-reader")
    RFID_READER,
    @JsonProperty("tag-head")
    TAG_HEAD,
    @JsonProperty("plc")
    PLC,
    @JsonProperty("scale")
    SCALE,
    @JsonProperty("scanner")
    SCANNER,
    @JsonProperty("printer")
    PRINTER,
    @JsonProperty("broker")
    BROKER,
    @JsonProperty("database")
    DATABASE
  }

  /** Device health after NAMUR NE 107, with "ok" and "unknown" added. */
  @Schema(name = "DeviceSignal")
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
}
