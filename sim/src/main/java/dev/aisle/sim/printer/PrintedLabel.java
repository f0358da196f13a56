package dev.aisle.sim.printer;

import java.util.List;
import java.util.Optional;

/**
 * One label that came out.
 *
 * @param texts what can be read on it
 * @param barcodes what a scanner would send for each of its codes, with symbology identifier
 * @param epcHex what its tag holds; empty for a label without a tag
 * @param voided the tag could not be written, so the label was made void
 */
public record PrintedLabel(
    List<String> texts, List<String> barcodes, Optional<String> epcHex, boolean voided) {
  public PrintedLabel {
    texts = List.copyOf(texts);
    barcodes = List.copyOf(barcodes);
  }
}
