package dev.aisle.hmi.live.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data of the event {@code scan}: somebody scanned at a station.
 *
 * @param number rises with every scan of the run
 * @param value the key that the code names: 18 digits of an SSCC, 14 of a GTIN, else the text
 * @param text as the scanner sent it, without symbology identifier
 * @param meaning application identifiers and their values
 * @param refusal why it is no good GS1 data, such as {@code check-digit}; null when nothing is
 *     wrong
 */
@Schema(name = "StationScan")
public record StationScan(
    long number,
    String station,
    String scanner,
    Kind kind,
    String value,
    String text,
    Map<String, String> meaning,
    @Nullable String refusal,
    Instant at) {
  /** The event in the stream. */
  public static final String EVENT = "scan";

  public StationScan {
    meaning = Collections.unmodifiableMap(new LinkedHashMap<>(meaning));
  }

  /** What sort of key it is. */
  @Schema(name = "StationScanKind")
  public enum Kind {
    @JsonProperty("sscc")
    SSCC,
    @JsonProperty("gtin")
    GTIN,
    @JsonProperty("other")
    OTHER
  }
}
