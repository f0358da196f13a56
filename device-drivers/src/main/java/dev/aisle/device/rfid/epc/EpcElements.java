package dev.aisle.device.rfid.epc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Between an EPC and the Application Identifiers that say the same in a barcode (Tag Data Standard,
 * clause 7): {@code urn:epc:id:sgtin:0614141.812345.6789} is {@code 01 → 80614141123458, 21 →
 * 6789}.
 */
public final class EpcElements {
  private static final String DIGITAL_LINK = "https://id.gs1.org";

  /** An SGLN without extension has this one, which no barcode shows. */
  private static final String NO_EXTENSION = "0";

  /** How a key is to be written on a tag. */
  public enum Size {
    /** 96 bits where the serial allows it, else the wide classic coding. */
    SMALLEST,
    /** The coding of TDS 2.0, which needs no company prefix. */
    PLUS
  }

  private EpcElements() {}

  /** Application Identifier to value, key first. */
  public static Map<String, String> of(Epc.Keyed epc) {
    EpcScheme scheme = epc.coding().scheme();
    Map<String, String> elements = new LinkedHashMap<>();
    if (scheme.hasSerial() && scheme.serialAi().isEmpty()) {
      elements.put(scheme.ai(), epc.key() + epc.serial());
      return elements;
    }
    elements.put(scheme.ai(), epc.key());
    boolean none = scheme == EpcScheme.SGLN && epc.serial().equals(NO_EXTENSION);
    if (scheme.hasSerial() && !none) {
      elements.put(scheme.serialAi(), epc.serial());
    }
    return elements;
  }

  /** As printed under a barcode: {@code (01)80614141123458(21)6789}. */
  public static String readable(Epc.Keyed epc) {
    return of(epc).entrySet().stream()
        .map(element -> "(%s)%s".formatted(element.getKey(), element.getValue()))
        .collect(Collectors.joining());
  }

  /** {@code https://id.gs1.org/01/80614141123458/21/6789} (GS1 Digital Link URI syntax). */
  public static String digitalLink(Epc.Keyed epc) {
    return DIGITAL_LINK
        + of(epc).entrySet().stream()
            .map(element -> "/" + element.getKey() + "/" + percent(element.getValue()))
            .collect(Collectors.joining());
  }

  /** Only the unreserved characters of RFC 3986 stand as they are. */
  private static String percent(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean plain = letter || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
      out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }

  /**
   * The EPC of the key that is among the elements; others (a batch, a date) are not part of an EPC.
   * Never throws: where no EPC can be made, {@link Epc.Unknown} says why.
   */
  public static Epc toEpc(
      Map<String, String> elements, int filter, CompanyPrefixes prefixes, Size size) {
    String input = elements.toString();
    for (EpcScheme scheme : EpcScheme.values()) {
      String value = elements.get(scheme.ai());
      if (value == null) {
        continue;
      }
      try {
        int digits = Gs1Rules.keyDigits(scheme);
        boolean together = scheme.hasSerial() && scheme.serialAi().isEmpty();
        String key = together && value.length() > digits ? value.substring(0, digits) : value;
        String serial = together ? value.substring(key.length()) : "";
        if (!scheme.serialAi().isEmpty()) {
          serial =
              elements.getOrDefault(
                  scheme.serialAi(), scheme == EpcScheme.SGLN ? NO_EXTENSION : "");
        }
        Gs1Rules.checkKey(scheme, key);
        Gs1Rules.require(
            !scheme.hasSerial() || !serial.isEmpty(),
            "an EPC of a %s needs a serial (%s)"
                .formatted(scheme, together ? scheme.ai() : scheme.serialAi()));
        return size == Size.PLUS
            ? new Epc.Plus(EpcCoding.plus(scheme), filter, key, serial, false, "")
            : classic(scheme, key, serial, filter, prefixes);
      } catch (IllegalArgumentException e) {
        return new Epc.Unknown(input, String.valueOf(e.getMessage()));
      }
    }
    return new Epc.Unknown(input, "there is no key that an EPC could hold");
  }

  /**
   * The same key in a classic coding, which shows its company prefix. Never throws.
   *
   * @param epc in whichever coding
   */
  public static Epc withPrefix(Epc.Keyed epc, CompanyPrefixes prefixes) {
    if (epc instanceof Epc.Gs1) {
      return epc;
    }
    try {
      return classic(epc.coding().scheme(), epc.key(), epc.serial(), epc.filter(), prefixes);
    } catch (IllegalArgumentException e) {
      return new Epc.Unknown(EpcCodec.encode(epc), String.valueOf(e.getMessage()));
    }
  }

  /**
   * @throws IllegalArgumentException when the prefix is not known or the key does not fit
   */
  static Epc.Gs1 classic(
      EpcScheme scheme, String key, String serial, int filter, CompanyPrefixes prefixes) {
    String fromPrefix =
        switch (scheme) {
          case SGTIN, SSCC -> key.substring(1, key.length() - 1);
          case GRAI -> key.substring(1, key.length() - 1);
          case SGLN, GSRN, GSRNP, GDTI -> key.substring(0, key.length() - 1);
          case GIAI -> key;
        };
    OptionalInt length = prefixes.lengthOf(fromPrefix);
    Gs1Rules.require(
        length.isPresent(), "the company prefix of %s is not known".formatted(fromPrefix));
    Gs1Rules.require(
        length.getAsInt() <= fromPrefix.length(),
        "%s has no prefix of %d digits".formatted(fromPrefix, length.getAsInt()));
    String prefix = fromPrefix.substring(0, length.getAsInt());
    String rest = fromPrefix.substring(length.getAsInt());
    String reference =
        scheme == EpcScheme.SGTIN || scheme == EpcScheme.SSCC ? key.charAt(0) + rest : rest;
    return EpcUrn.smallest(scheme, filter, prefix, reference, serial);
  }
}
