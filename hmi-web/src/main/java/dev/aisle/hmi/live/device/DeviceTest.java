package dev.aisle.hmi.live.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a device once.
 *
 * @param tookMs how long it took
 * @param trouble stable word for what is wrong, such as {@code no-answer}; null when nothing is
 * @param troubleParams values for the translated sentence
 * @param detail what the driver says, for a technician, in English
 */
@Schema(name = "DeviceTest")
public record DeviceTest(
    String device,
    Instant at,
    long tookMs,
    Verdict verdict,
    Map<String, Object> found,
    @Nullable String trouble,
    Map<String, String> troubleParams,
    @Nullable String detail) {
  public DeviceTest {
    troubleParams = Map.copyOf(troubleParams);
  }

  /** How it ended. */
  @Schema(name = "DeviceTestVerdict")
  public enum Verdict {
    /** It answered as it should. */
    @JsonProperty("answered")
    ANSWERED,
    /** It answered, and there is something to look at. */
    @JsonProperty("complains")
    COMPLAINS,
    /** Nothing came back. */
    @JsonProperty("silent")
    SILENT,
    /** The line is down; nothing was sent. */
    @JsonProperty("notConnected")
    NOT_CONNECTED
  }

  /**
   * @param found what it said, such as model, version, tags or values
   * @param trouble stable word for what is wrong; null when nothing is
   * @param troubleParams values for the translated sentence
   * @param detail what the driver says, for a technician, in English
   */
  public record Outcome(
      Verdict verdict,
      Map<String, Object> found,
      @Nullable String trouble,
      Map<String, String> troubleParams,
      @Nullable String detail) {
    public Outcome {
      found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
      troubleParams = Map.copyOf(troubleParams);
    }
  }
}
