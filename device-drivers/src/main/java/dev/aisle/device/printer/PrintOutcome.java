package dev.aisle.device.printer;

import java.util.Optional;

/**
 * What became of a print job.
 *
 * @param held why it is held; empty when it is printed
 */
public record PrintOutcome(String printer, String job, Result result, Optional<HeldLabel> held) {
  /** The two ends a job can come to without a person. */
  public enum Result {
    PRINTED,
    HELD
  }
}
