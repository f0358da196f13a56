package dev.aisle.hmi.live.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle order as all its updates together tell it.
 *
 * @param orderId null when the vehicle was never given one
 * @param confirmed true when the vehicle's own state shows this update
 * @param steps nodes and edges by sequence id
 */
@Schema(name = "VehicleOrder")
public record VehicleOrderView(
    @Nullable String orderId, int updateId, boolean confirmed, List<Step> steps) {
  public VehicleOrderView {
    steps = List.copyOf(steps);
  }

  /** A vehicle without an order. */
  public static VehicleOrderView none() {
    return new VehicleOrderView(null, 0, false, List.of());
  }

  /**
   * @param edge true for an edge, false for a node
   * @param maxSpeedMps of an edge that has a limit
   */
  @Schema(name = "VehicleOrderStep")
  public record Step(
      int sequence,
      boolean edge,
      String id,
      Progress progress,
      @Nullable Double maxSpeedMps,
      List<Act> actions) {
    public Step {
      actions = List.copyOf(actions);
    }
  }

  /** How far the vehicle has come with a step. */
  @Schema(name = "VehicleOrderProgress", enumAsRef = true)
  public enum Progress {
    @JsonProperty("passed")
    PASSED,
    @JsonProperty("here")
    HERE,
    @JsonProperty("released")
    RELEASED,
    @JsonProperty("planned")
    PLANNED
  }

  /**
   * @param status as the vehicle reports it, such as {@code running}; null before it has said so
   * @param result in the vehicle's own words
   */
  @Schema(name = "VehicleOrderAction")
  public record Act(
      String id, String type, String blocking, @Nullable String status, @Nullable String result) {}
}
