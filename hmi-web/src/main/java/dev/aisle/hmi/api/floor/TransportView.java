package dev.aisle.hmi.api.floor;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One load from A to B.
 *
 * @param unit SSCC
 * @param state {@code requested}, {@code accepted}, {@code assigned}, {@code pickedUp}, {@code
 *     delivered}, {@code failed} or {@code cancelled}
 * @param why text key that says why it does not move, while it does not; or words of the vehicle
 * @param whyValues values for the translated sentence, in its order
 */
@Schema(name = "Transport")
public record TransportView(
    String id,
    String unit,
    String from,
    String to,
    String state,
    @Nullable String vehicle,
    Instant requestedAt,
    @Nullable Instant pickedUpAt,
    @Nullable Instant deliveredAt,
    int priority,
    @Nullable String why,
    List<String> whyValues) {
  public TransportView {
    whyValues = List.copyOf(whyValues);
  }
}
