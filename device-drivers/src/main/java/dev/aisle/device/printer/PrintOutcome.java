package dev.aisle.device.printer;

/**
 * What became of a print job.
 *
 * @param note why it is held, empty when it is printed
 */
public record PrintOutcome(String printer, String job, Result result, String note) {
  /** The two ends a job can come to without a person. */
  public enum Result {
    PRINTED,
    HELD
  }
}
