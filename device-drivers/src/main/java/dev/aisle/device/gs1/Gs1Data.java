package dev.aisle.device.gs1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Application Identifiers and their data, in the order they were read; every one known and right.
 */
public final class Gs1Data {
  private static final char GS = 0x1D;
  private final Map<String, String> elements;

  Gs1Data(Map<String, String> elements) {
    this.elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
  }

  /** Checked as if it had been read. */
  public static Gs1Result of(Map<String, String> elements) {
    return Gs1Parser.check(elements);
  }

  /** Application Identifier to data. */
  public Map<String, String> elements() {
    return elements;
  }

  public Optional<String> get(String ai) {
    return Optional.ofNullable(elements.get(ai));
  }

  public Optional<String> sscc() {
    return get("00");
  }

  /** Of the item itself (01) or of the items inside (02). */
  public Optional<String> gtin() {
    return get("01").or(() -> get("02"));
  }

  public Optional<String> lot() {
    return get("10");
  }

  public Optional<String> serial() {
    return get("21");
  }

  /** Use by (17), else best before (15). */
  public Optional<LocalDate> expiry(LocalDate today) {
    return get("17").or(() -> get("15")).map(date -> Gs1Date.read(date, today));
  }

  public Optional<LocalDate> date(String ai, LocalDate today) {
    return get(ai).filter(date -> date.length() == 6).map(date -> Gs1Date.read(date, today));
  }

  /** How many: items inside (37) or variable count (30). */
  public Optional<Integer> count() {
    return get("37").or(() -> get("30")).map(Integer::valueOf);
  }

  /**
   * A measure or amount by the first three digits of its identifier: {@code 310} is the net weight
   * in kilograms, wherever its decimal point.
   */
  public Optional<BigDecimal> measure(String firstThree) {
    for (Map.Entry<String, String> element : elements.entrySet()) {
      String ai = element.getKey();
      if (ai.length() == 4 && ai.startsWith(firstThree) && firstThree.startsWith("3")) {
        boolean currency = firstThree.equals("391") || firstThree.equals("393");
        String digits = currency ? element.getValue().substring(3) : element.getValue();
        return Optional.of(new BigDecimal(new BigInteger(digits), ai.charAt(3) - '0'));
      }
    }
    return Optional.empty();
  }

  /** As printed under a barcode: {@code (01)80614141123458(10)L1}. */
  public String readable() {
    return elements.entrySet().stream()
        .map(element -> "(%s)%s".formatted(element.getKey(), element.getValue()))
        .collect(Collectors.joining());
  }

  /** As in a barcode, without its leading FNC1, with GS (1D hex) where a separator is needed. */
  public String elementString() {
    StringBuilder out = new StringBuilder();
    boolean separate = false;
    for (Map.Entry<String, String> element : elements.entrySet()) {
      if (separate) {
        out.append(GS);
      }
      out.append(element.getKey()).append(element.getValue());
      separate = AiTable.of(element.getKey()).orElseThrow().separated();
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Gs1Data data && data.elements.equals(elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    return readable();
  }
}
