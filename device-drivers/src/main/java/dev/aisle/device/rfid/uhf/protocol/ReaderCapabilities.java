package dev.aisle.device.rfid.uhf.protocol;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a reader said that it is and can do.
 *
 * @param serial serial number, where the reader tells one; a device can be bound to it
 * @param antennas number of its antenna ports
 * @param leastPowerCentiDbm and {@code mostPowerCentiDbm}: hundredths of a dBm, where known
 * @param regions it can be set to
 * @param inputs and {@code outputs}: general-purpose lines, 0 when it has none
 */
public record ReaderCapabilities(
    Optional<String> model,
    Optional<String> hardware,
    Optional<String> software,
    Optional<String> maker,
    Optional<String> serial,
    int antennas,
    OptionalInt leastPowerCentiDbm,
    OptionalInt mostPowerCentiDbm,
    Set<Region> regions,
    boolean rssiInDbm,
    boolean tellsFrequency,
    boolean tellsPhase,
    int inputs,
    int outputs) {
  public ReaderCapabilities {
    regions = Set.copyOf(regions);
  }
}
