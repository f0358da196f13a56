package dev.aisle.device.printer;

import java.util.List;
import java.util.Optional;

/**
 * One label.
 *
 * @param epcHex what to write into its tag, whole words of 16 bits in hex; empty for a label
 *     without a tag
 */
public record Label(
    double widthMm, double heightMm, List<LabelElement> elements, Optional<String> epcHex) {
  private static final int MOST_ELEMENTS = 200;

  public Label {
    elements = List.copyOf(elements);
    if (!(widthMm > 0) || widthMm > 500 || !(heightMm > 0) || heightMm > 1000) {
      throw new IllegalArgumentException("a label of %s x %s mm".formatted(widthMm, heightMm));
    }
    if (elements.size() > MOST_ELEMENTS) {
      throw new IllegalArgumentException("%d things on one label".formatted(elements.size()));
    }
    epcHex.ifPresent(
        hex -> {
          if (!hex.matches("([0-9A-F]{4}){1,31}")) {
            throw new IllegalArgumentException("no EPC in whole words: '%s'".formatted(hex));
          }
        });
  }
}
