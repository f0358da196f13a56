package dev.aisle.hmi.live.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle did, from its newest stretch back.
 *
 * @param spans stretches of one activity, in their order; where there is none, nobody looked
 * @param charge the battery over time
 * @param use how each hour was spent, whole hours of the clock
 */
@Schema(name = "VehicleHistory")
public record VehicleHistory(
    Instant from, Instant to, List<Span> spans, List<Charge> charge, List<Use> use) {
  public VehicleHistory {
    spans = List.copyOf(spans);
    charge = List.copyOf(charge);
    use = List.copyOf(use);
  }

  /** What a vehicle is at, as a time line shows it. */
  @Schema(name = "VehicleActivity", enumAsRef = true)
  public enum Activity {
    @JsonProperty("driving")
    DRIVING,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("loading")
    LOADING,
    @JsonProperty("unloading")
    UNLOADING,
    @JsonProperty("charging")
    CHARGING,
    @JsonProperty("idle")
    IDLE,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("trouble")
    TROUBLE,
    @JsonProperty("manual")
    MANUAL,
    @JsonProperty("unknown")
    UNKNOWN
  }

  /**
   * @param transport the one it was busy with
   */
  @Schema(name = "VehicleSpan")
  public record Span(Instant from, Instant to, Activity activity, @Nullable String transport) {}

  /** Battery charge in percent at one moment. */
  @Schema(name = "VehicleCharge")
  public record Charge(Instant at, double percent) {}

  /**
   * @param parts seconds of each activity there was
   */
  @Schema(name = "VehicleUse")
  public record Use(Instant hour, List<Part> parts) {
    public Use {
      parts = List.copyOf(parts);
    }
  }

  /** Seconds of one activity. */
  @Schema(name = "VehicleUsePart")
  public record Part(Activity activity, long seconds) {}
}
