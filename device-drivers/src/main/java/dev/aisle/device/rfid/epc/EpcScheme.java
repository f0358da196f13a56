package dev.aisle.device.rfid.epc;

import java.util.Locale;
import java.util.Optional;

/**
 * What kind of GS1 key an EPC holds (Tag Data Standard, clause 6.3), with the Application
 * Identifiers that say the same in a barcode (clause 7).
 */
public enum EpcScheme {
  /** Trade item and serial number. The reference begins with the indicator digit. */
  SGTIN(13, "01", "21", 20),
  /** Logistic unit. The reference begins with the extension digit. */
  SSCC(17, "00", "", 0),
  /** Location, with an extension; extension 0 stands for none. */
  SGLN(12, "414", "254", 20),
  /** Returnable asset type and serial number. */
  GRAI(12, "8003", "", 16),
  /** One asset; its reference has no fixed length and may be letters. */
  GIAI(-1, "8004", "", 0),
  /** Recipient of a service. */
  GSRN(17, "8018", "", 0),
  /** Provider of a service. */
  GSRNP(17, "8017", "", 0),
  /** Document type and serial number. */
  GDTI(12, "253", "", 17);

  private final int digits;
  private final String ai;
  private final String serialAi;
  private final int longestSerial;

  EpcScheme(int digits, String ai, String serialAi, int longestSerial) {
    this.digits = digits;
    this.ai = ai;
    this.serialAi = serialAi;
    this.longestSerial = longestSerial;
  }

  static Optional<EpcScheme> ofUrnName(String name) {
    for (EpcScheme scheme : values()) {
      if (scheme.urnName().equals(name)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  /** As in {@code urn:epc:id:NAME:}. */
  public String urnName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The Application Identifier of the key. */
  public String ai() {
    return ai;
  }

  /** The Application Identifier of the serial, empty where it is part of the key's own field. */
  public String serialAi() {
    return serialAi;
  }

  public boolean hasSerial() {
    return longestSerial > 0;
  }

  /** Most characters of the serial, 0 for a key without one. */
  int longestSerial() {
    return longestSerial;
  }

  boolean hasFixedReference() {
    return digits >= 0;
  }

  /** Digits of the reference beside a prefix of that many digits. */
  int referenceDigits(int prefixDigits) {
    return digits - prefixDigits;
  }
}
