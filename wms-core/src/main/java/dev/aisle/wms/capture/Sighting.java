package dev.aisle.wms.capture;

import dev.aisle.wms.shared.Sscc;
import java.util.Optional;

/**
 * A sighting as kept, with what it meant.
 *
 * @param repeats sightings that came too soon after it to mean anything new; they are counted here
 */
public record Sighting(
    long id, TagSighting seen, Optional<Sscc> unit, int repeats, Outcome outcome) {
  /** What a sighting meant. */
  public enum Outcome {
    /** A handling unit, told to whom it concerns. */
    SEEN,
    /** The same tag again, too soon to mean anything new. */
    REPEATED,
    /** No handling unit carries this tag. */
    UNKNOWN
  }
}
