package dev.aisle.agv.handover;

import java.util.Optional;

/**
 * What the fleet wants of a station at a moment.
 *
 * @param wanted how it must stand for the vehicle that waits before it
 */
public record StationNeed(StationSignal signal, Optional<StationState> wanted) {
  /** No vehicle is near. */
  public static final StationNeed NONE = new StationNeed(StationSignal.NONE, Optional.empty());

  /** The stronger of two. */
  public StationNeed and(StationNeed other) {
    return other.signal.compareTo(signal) > 0 || (signal == other.signal && wanted.isEmpty())
        ? other
        : this;
  }
}
