package dev.aisle.hmi.live.fleet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle in full.
 *
 * @param connection the broker's word on it: {@code online}, {@code offline}, {@code broken}
 * @param mode operating mode as the vehicle reports it, such as {@code automatic}
 * @param orderId the vehicle order it carries out
 * @param why text key that says why it does nothing, if it does nothing; or words of the vehicle
 * @param whyValues values for the translated sentence, in its order
 */
public record VehicleRow(
    @JsonUnwrapped VehicleLive live,
    String manufacturer,
    String serial,
    String version,
    String connection,
    @Nullable Instant lastReportAt,
    @Nullable String mode,
    List<VehicleFault> errors,
    @Nullable String orderId,
    @Nullable String why,
    List<String> whyValues) {

  public VehicleRow {
    whyValues = List.copyOf(whyValues);
    errors = List.copyOf(errors);
  }

  /**
   * An error the vehicle itself reports.
   *
   * @param level {@code warning}, {@code urgent}, {@code critical} or {@code fatal}
   */
  public record VehicleFault(String type, String level, @Nullable String description) {}
}
