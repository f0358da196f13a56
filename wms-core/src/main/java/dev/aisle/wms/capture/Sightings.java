package dev.aisle.wms.capture;

import dev.aisle.wms.shared.Sscc;
import java.time.Duration;
import java.util.List;

/** Where tags were seen. */
public interface Sightings {
  /** How long the same tag at a read point means nothing new, when the site says nothing. */
  Duration SAME_TAG_AGAIN_AFTER = Duration.ofSeconds(30);

  /** Sets the site's {@code same_tag_again_after} of a read point. */
  void declare(String readPoint, Duration sameTagAgainAfter);

  /**
   * Keeps the sighting and tells what it means: {@link HandlingUnitSeen} or {@link UnknownTag},
   * nothing for a repeat.
   */
  Sighting.Outcome record(TagSighting sighting);

  /** Of a unit, oldest first, at most 500. */
  List<Sighting> of(Sscc unit);

  /** Newest first. */
  List<Sighting> newest(int limit);
}
