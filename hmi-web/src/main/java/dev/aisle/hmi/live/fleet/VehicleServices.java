package dev.aisle.hmi.live.fleet;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle can be asked for outside its orders, and what was asked.
 *
 * @param asked the newest first
 */
@Schema(name = "VehicleServices")
public record VehicleServices(List<Offered> offered, List<Asked> asked) {

  /**
   * An instant action (VDA 5050 3.0, 6.2.3) that the vehicle knows.
   *
   * @param type as the standard spells it, such as {@code logReport}
   */
  @Schema(name = "OfferedService")
  public record Offered(String type, List<Parameter> parameters) {}

  /**
   * @param link an address to load something from
   */
  @Schema(name = "ServiceParameter")
  public record Parameter(String key, boolean required, boolean link) {}

  /**
   * @param status {@code told} until the vehicle shows it; then {@code waiting}, {@code
   *     initializing}, {@code running}, {@code paused}, {@code finished}, {@code failed}
   * @param result what the vehicle says came of it; null if nothing yet
   */
  @Schema(name = "AskedService")
  public record Asked(
      String id, String type, String by, Instant at, String status, @Nullable String result) {}
}
