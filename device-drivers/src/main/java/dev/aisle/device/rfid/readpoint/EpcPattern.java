package dev.aisle.device.rfid.readpoint;

import dev.aisle.device.rfid.epc.EpcCodec;
import java.util.Locale;
import java.util.Optional;

/**
 * Either the first hex digits of the EPC memory ({@code 31}, {@code 3074257B}), which chooses by
 * header or prefix, or a pure identity pattern of the Tag Data Standard ({@code
 * urn:epc:idpat:sscc:0614141.*}), where a star stands for a whole field and the fields after it are
 * stars too.
 */
public record EpcPattern(String text) {
  private static final String ID_PATTERN = "urn:epc:idpat:";
  private static final String ID = "urn:epc:id:";

  public EpcPattern {
    if (text.startsWith(ID_PATTERN)) {
      if (!text.matches("urn:epc:idpat:[a-z]+:([^.*]+\\.)*([^.*]+|\\*(\\.\\*)*)")) {
        throw new IllegalArgumentException("not an EPC pattern: '%s'".formatted(text));
      }
    } else {
      text = text.toUpperCase(Locale.ROOT);
      if (!text.matches("[0-9A-F]+")) {
        throw new IllegalArgumentException(
            "an EPC pattern is hex digits or begins with %s, not '%s'".formatted(ID_PATTERN, text));
      }
    }
  }

  /** Upper-case hex, as in the reads. */
  public boolean matches(String epcHex) {
    if (!text.startsWith(ID_PATTERN)) {
      return epcHex.startsWith(text);
    }
    Optional<String> urn = EpcCodec.decode(epcHex).urn();
    return urn.isPresent() && matchesUrn(urn.get());
  }

  private boolean matchesUrn(String urn) {
    String wanted = ID + text.substring(ID_PATTERN.length());
    int star = wanted.indexOf('*');
    if (star < 0) {
      return urn.equals(wanted);
    }
    return urn.startsWith(wanted.substring(0, star));
  }

  @Override
  public String toString() {
    return text;
  }
}
