package dev.aisle.agv.planning;

import dev.aisle.device.agv.VehicleId;
import java.util.List;

/**
 * Where a vehicle is and the way it will go.
 *
 * @param reached index of the first of the visits, where the vehicle is or which it has left last
 * @param released index of the last visit it may drive to; this can never be taken back
 * @param visits from {@code reached} on, without gaps, to where it will rest
 * @param delayMs extra time to expect before it moves on, for a vehicle that is silent or held
 */
public record Itinerary(
    VehicleId vehicle, Pace pace, long reached, long released, List<Visit> visits, long delayMs) {
  public Itinerary {
    visits = List.copyOf(visits);
    if (visits.getFirst().index() != reached || released < reached || released > last(visits)) {
      throw new IllegalArgumentException(
          "%s reached %d, released %d, visits %d to %d"
              .formatted(vehicle, reached, released, visits.getFirst().index(), last(visits)));
    }
  }

  private static long last(List<Visit> visits) {
    return visits.getLast().index();
  }

  public Visit visit(long index) {
    return visits.get((int) (index - reached));
  }

  public long lastIndex() {
    return last(visits);
  }

  public Itinerary with(List<Visit> others) {
    return new Itinerary(vehicle, pace, reached, released, others, delayMs);
  }

  /** Only what has been released, which is all that must stay. */
  public Itinerary releasedOnly() {
    return with(visits.subList(0, (int) (released - reached) + 1));
  }
}
