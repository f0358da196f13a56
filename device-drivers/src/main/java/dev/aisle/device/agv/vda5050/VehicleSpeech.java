package dev.aisle.device.agv.vda5050;

import java.util.Optional;

/**
 * How a vehicle is spoken to at present, and why so.
 *
 * @param said the version in the head of its own messages, empty before the first
 * @param fixed parts of the dialect that the site file decides on
 * @param found parts that the vehicle's own messages told; what the site file says goes before
 */
public record VehicleSpeech(
    Version version,
    Source source,
    Optional<String> said,
    Dialect dialect,
    DialectOverrides fixed,
    DialectOverrides found) {

  /** Who decided on the version. */
  public enum Source {
    SITE_FILE,
    /** Its own messages. */
    VEHICLE,
    /** It has not said a word yet. */
    ASSUMED
  }

  /** True when it says another version than it is spoken to in, as the site file wants it. */
  public boolean contradicts() {
    return said.isPresent() && !said.flatMap(Version::of).equals(Optional.of(version));
  }
}
