package dev.aisle.hmi.api.station;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where people work.
 *
 * @param occupiedBy who signed on there
 */
@Schema(name = "Station")
public record StationView(
    String id, List<String> positions, List<String> does, @Nullable String occupiedBy) {

  public StationView {
    positions = List.copyOf(positions);
    does = List.copyOf(does);
  }
}
