package dev.aisle.device.rfid.load;

import java.util.List;
import java.util.Optional;

/**
 * Where the check of a load stands. Each expected unit is either in {@code seen} or in {@code
 * missing}, never in both and never in neither. EPCs in upper-case hex, in the order of the papers
 * or of being seen.
 *
 * @param surplus units of the papers of another load, which were seen with this one
 * @param unexpected tags that no paper names
 * @param passes how many times the load went past
 */
public record LoadReport(
    String load,
    LoadState state,
    List<String> seen,
    List<String> missing,
    List<String> surplus,
    List<String> unexpected,
    int passes,
    Optional<CloseOut> closeOut) {

  public LoadReport {
    seen = List.copyOf(seen);
    missing = List.copyOf(missing);
    surplus = List.copyOf(surplus);
    unexpected = List.copyOf(unexpected);
  }
}
