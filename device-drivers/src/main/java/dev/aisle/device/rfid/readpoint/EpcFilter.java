package dev.aisle.device.rfid.readpoint;

import java.util.List;
import java.util.Optional;

/**
 * Include and exclude patterns of an ALE report: with include patterns a tag must match one of
 * them, and it must match no exclude pattern.
 */
public record EpcFilter(List<EpcPattern> include, List<EpcPattern> exclude) {
  public static final EpcFilter ANY = new EpcFilter(List.of(), List.of());

  public EpcFilter {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Patterns as text, see {@link EpcPattern}. */
  public static EpcFilter of(List<String> include, List<String> exclude) {
    return new EpcFilter(
        include.stream().map(EpcPattern::new).toList(),
        exclude.stream().map(EpcPattern::new).toList());
  }

  public boolean lets(String epcHex) {
    return isIncluded(epcHex) && excludedBy(epcHex).isEmpty();
  }

  public boolean isIncluded(String epcHex) {
    return include.isEmpty() || include.stream().anyMatch(pattern -> pattern.matches(epcHex));
  }

  /** The pattern that keeps this tag out. */
  public Optional<EpcPattern> excludedBy(String epcHex) {
    return exclude.stream().filter(pattern -> pattern.matches(epcHex)).findFirst();
  }
}
