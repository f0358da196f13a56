package dev.aisle.hmi.live.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One vehicle in detail. Every answer is empty when the site has no such vehicle. */
public interface VehicleInsight {

  /** The order under way or last done, with how far it has come. */
  Optional<VehicleOrderView> order(String vehicle);

  /** The newest messages between program and vehicle, oldest first, bounded. */
  Optional<List<VehicleMessage>> messages(String vehicle);

  /**
   * @param back how long ago the picture begins
   */
  Optional<VehicleHistory> history(String vehicle, Duration back);
}
