package dev.aisle.hmi.live.zone;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone of the floor.
 *
 * @param kind as the site file says: {@code blocked}, {@code line-guided}, {@code release}, {@code
 *     replanning}, {@code speed-limit}, {@code priority}, {@code penalty}, {@code directed}, {@code
 *     action} or {@code area}
 * @param outline corners, in metres, site coordinates
 * @param paused null while vehicles drive in it
 * @param holders vehicles that have leave to be in it
 * @param map level that it is on; null where the floor has only one
 */
public record ZoneRow(
    String id,
    String kind,
    List<Corner> outline,
    @Nullable Paused paused,
    List<String> holders,
    @Nullable String map) {
  public ZoneRow {
    outline = List.copyOf(outline);
    holders = List.copyOf(holders);
  }

  /** Metres, site coordinates. */
  public record Corner(double x, double y) {}

  /**
   * @param by who paused it
   */
  public record Paused(String by, Instant at) {}
}
