package dev.aisle.hmi.encoding;

import dev.aisle.device.gs1.CheckDigit;
import dev.aisle.device.rfid.epc.CompanyPrefixes;
import dev.aisle.device.rfid.epc.Epc;
import dev.aisle.device.rfid.epc.EpcCodec;
import dev.aisle.device.rfid.epc.EpcElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks an order over before any tag is touched. Pure. */
final class KeyCheck {
  private static final int GTIN_DIGITS = 14;
  private static final int GRAI_DIGITS = 14;
  private static final int SSCC_DIGITS = 18;

  /** GS1 Tag Data Standard, filter values: 6 marks a unit load; a case or item says nothing. */
  private static final int UNIT_LOAD = 6;

  private final String ownPrefix;

  KeyCheck(String ownPrefix) {
    this.ownPrefix = ownPrefix;
  }

  /**
   * One thing that is wrong with an order.
   *
   * @param code stable word that screens translate
   */
  record Mistake(String field, String code, String message) {}

  List<Mistake> mistakes(TagOrder order) {
    List<Mistake> mistakes = new ArrayList<>();
    if (order.lock() && order.newPassword().isEmpty() && order.password() == 0) {
      mistakes.add(new Mistake("newPassword", "lock-needs-password", "a lock needs a password"));
    }
    if (order.kind() == TagOrder.Kind.SSCC) {
      if (order.key().isPresent() && order.count() > 1) {
        mistakes.add(new Mistake("count", "one-sscc", "one SSCC is one unit"));
      }
    } else if (order.key().isEmpty()) {
      mistakes.add(new Mistake("key", "missing", "a key is needed"));
    }
    if (order.count() > 1 && order.serial().filter(s -> !isNumber(s)).isPresent()) {
      mistakes.add(new Mistake("serial", "row-needs-number", "only numbers can be counted on"));
    }
    order.key().flatMap(key -> digits(order.kind(), key)).ifPresent(mistakes::add);
    if (mistakes.isEmpty() && order.key().isPresent()) {
      String trial = order.serial().orElse(order.kind() == TagOrder.Kind.SSCC ? "" : "1");
      AskedPrefixes prefixes = new AskedPrefixes(order);
      if (make(order, order.key().get(), trial, prefixes) instanceof Epc.Unknown unknown) {
        mistakes.add(
            prefixes.missed
                ? new Mistake("prefixDigits", "prefix-unknown", unknown.why())
                : new Mistake("serial", "serial-not-possible", unknown.why()));
      }
    }
    return mistakes;
  }

  private static Optional<Mistake> digits(TagOrder.Kind kind, String key) {
    String padded = padded(kind, key);
    int length =
        switch (kind) {
          case SGTIN -> GTIN_DIGITS;
          case GRAI -> GRAI_DIGITS;
          case SSCC -> SSCC_DIGITS;
        };
    if (!isDigits(key) || padded.length() != length || !usualLength(kind, key)) {
      return Optional.of(
          new Mistake("key", "key-digits", "a %s has other digits than '%s'".formatted(kind, key)));
    }
    int expected = CheckDigit.of(padded.substring(0, length - 1));
    if (padded.charAt(length - 1) - '0' != expected) {
      return Optional.of(
          new Mistake(
              "key",
              "check-digit-" + expected,
              "the check digit of %s is %d".formatted(key, expected)));
    }
    return Optional.empty();
  }

  private static boolean usualLength(TagOrder.Kind kind, String key) {
    return switch (kind) {
      case SGTIN -> List.of(8, 12, 13, 14).contains(key.length());
      case GRAI -> key.length() == 13 || (key.length() == 14 && key.startsWith("0"));
      case SSCC -> true;
    };
  }

  /** In full length, as an EPC needs it. */
  static String padded(TagOrder.Kind kind, String key) {
    int length = kind == TagOrder.Kind.SSCC ? SSCC_DIGITS : GTIN_DIGITS;
    return key.length() >= length || !isDigits(key) || kind == TagOrder.Kind.SSCC
        ? key
        : "0".repeat(length - key.length()) + key;
  }

  /**
   * @param key in any usual length
   */
  TagNumber number(TagOrder order, String key, String serial) {
    Epc epc = make(order, key, serial, new AskedPrefixes(order));
    if (epc instanceof Epc.Unknown unknown) {
      throw new IllegalArgumentException(unknown.why());
    }
    return TagNumber.of(EpcCodec.encode(epc));
  }

  /** This site's prefix, or the one that was said; remembers when neither was it. */
  private final class AskedPrefixes implements CompanyPrefixes {
    private final OptionalInt said;
    private boolean missed;

    AskedPrefixes(TagOrder order) {
      this.said = order.prefixDigits();
    }

    @Override
    public OptionalInt lengthOf(String digits) {
      if (digits.startsWith(ownPrefix)) {
        return OptionalInt.of(ownPrefix.length());
      }
      missed = said.isEmpty();
      return said;
    }
  }

  private static Epc make(TagOrder order, String key, String serial, CompanyPrefixes prefixes) {
    String full = padded(order.kind(), key);
    Map<String, String> elements =
        switch (order.kind()) {
          case SGTIN -> Map.of("01", full, "21", serial);
          case GRAI -> Map.of("8003", full + serial);
          case SSCC -> Map.of("00", full);
        };
    int filter = order.kind() == TagOrder.Kind.SSCC ? UNIT_LOAD : 0;
    return EpcElements.toEpc(elements, filter, prefixes, EpcElements.Size.SMALLEST);
  }

  static boolean isNumber(String serial) {
    return isDigits(serial)
        && serial.length() <= 18
        && (serial.length() == 1 || serial.charAt(0) != '0');
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
