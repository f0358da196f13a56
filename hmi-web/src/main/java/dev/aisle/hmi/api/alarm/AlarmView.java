package dev.aisle.hmi.api.alarm;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should act on.
 *
 * @param source device, vehicle or place it is about
 * @param params values for the translated sentences
 * @param titleKey text key of what is wrong
 * @param causeKey text key of the likely cause
 * @param actionKey text key of what to do
 */
@Schema(name = "Alarm")
public record AlarmView(
    long id,
    String type,
    String source,
    AlarmPriority priority,
    Instant raisedAt,
    @Nullable Instant clearedAt,
    @Nullable Instant ackedAt,
    @Nullable String ackedBy,
    Map<String, String> params,
    boolean active,
    String titleKey,
    String causeKey,
    String actionKey) {

  public AlarmView {
    params = Map.copyOf(params);
  }

  /** How soon to act. */
  @Schema(name = "AlarmPriority")
  public enum AlarmPriority {
    @JsonProperty("high")
    HIGH,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("low")
    LOW
  }

  /** Which alarms a list holds. */
  @Schema(name = "AlarmScope")
  public enum AlarmScope {
    /** Still wrong, or not yet acknowledged. */
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("history")
    HISTORY
  }
}
