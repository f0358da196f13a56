package dev.aisle.device.link;

import java.time.Instant;
import java.util.Optional;

/**
 * How a device is at one moment.
 *
 * @param lastExchange when it last answered
 * @param exchanges answers since start
 * @param errors refused, late or missing answers since start
 * @param noiseBytes bytes skipped because they belonged to no frame, since start
 * @param why what is wrong; empty when nothing is
 * @param rates how lively it is now
 */
public record DeviceHealth(
    String device,
    Ne107 signal,
    LinkState link,
    Optional<Instant> lastExchange,
    long exchanges,
    long errors,
    long noiseBytes,
    Optional<DeviceTrouble> why,
    DeviceRates rates) {
  /** What is wrong, in words for a technician; empty when nothing is. */
  public Optional<String> trouble() {
    return why.map(DeviceTrouble::detail);
  }
}
