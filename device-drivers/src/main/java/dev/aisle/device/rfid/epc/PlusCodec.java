package dev.aisle.device.rfid.epc;

/**
 * The codings of TDS 2.0: header, a bit that says whether more data follow, filter, then the key's
 * digits in four bits each (clause 14.5.4) and the serial as variable-length characters (14.5.6).
 * An asset key has no fixed length: its leading digits are ended by F, or by E where characters
 * follow (14.5.5).
 */
final class PlusCodec {
  private static final int END = 0xF;
  private static final int CHARACTERS_FOLLOW = 0xE;

  private PlusCodec() {}

  static void check(
      EpcCoding coding,
      int filter,
      String key,
      String serial,
      boolean dataFollows,
      String moreData) {
    EpcScheme scheme = coding.scheme();
    Gs1Rules.require(coding.isPlus(), "%s is no plus coding".formatted(coding.tagName()));
    Gs1Rules.checkFilter(filter);
    Gs1Rules.checkKey(scheme, key);
    if (scheme.hasSerial()) {
      Gs1Rules.require(
          !serial.isEmpty()
              && serial.length() <= scheme.longestSerial()
              && Characters.allAllowed(serial),
          "serial '%s' has not 1 to %d characters of the GS1 set"
              .formatted(serial, scheme.longestSerial()));
    } else {
      Gs1Rules.require(serial.isEmpty(), "%s has no serial".formatted(scheme));
    }
    Gs1Rules.require(
        (dataFollows || moreData.isEmpty()) && moreData.chars().allMatch(c -> c == '0' || c == '1'),
        "data follow although the tag says that none do");
  }

  /**
   * @param in stands after the header
   * @throws IllegalArgumentException when the contents break a rule
   */
  static Epc.Plus decode(EpcCoding coding, BitField.In in) {
    boolean dataFollows = in.take(1) == 1;
    int filter = (int) in.take(3);
    String key =
        coding.scheme() == EpcScheme.GIAI ? takeAsset(in) : takeDigits(coding.keyDigits(), in);
    String serial = coding.scheme().hasSerial() ? Alphanumeric.take(in) : "";
    if (!dataFollows) {
      Gs1Rules.require(
          in.left() < 16 && in.restIsZero(), "there are bits after the end of the EPC");
      return new Epc.Plus(coding, filter, key, serial, false, "");
    }
    return new Epc.Plus(coding, filter, key, serial, true, in.rest());
  }

  static String encode(Epc.Plus epc) {
    BitField.Out out =
        new BitField.Out()
            .put(epc.coding().header(), 8)
            .put(epc.dataFollows() ? 1 : 0, 1)
            .put(epc.filter(), 3);
    if (epc.coding().scheme() == EpcScheme.GIAI) {
      putAsset(epc.key(), out);
    } else {
      epc.key().chars().forEach(digit -> out.put(digit - '0', 4));
    }
    if (epc.coding().scheme().hasSerial()) {
      Alphanumeric.put(epc.serial(), out);
    }
    return out.putBits(epc.moreData()).hex();
  }

  private static String takeDigits(int count, BitField.In in) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      long digit = in.take(4);
      Gs1Rules.require(digit <= 9, "%X is no digit".formatted(digit));
      digits.append(digit);
    }
    return digits.toString();
  }

  private static String takeAsset(BitField.In in) {
    StringBuilder key = new StringBuilder();
    while (true) {
      int digit = (int) in.take(4);
      if (digit == END) {
        return key.toString();
      }
      if (digit == CHARACTERS_FOLLOW) {
        return key.append(Alphanumeric.take(in)).toString();
      }
      Gs1Rules.require(digit <= 9, "%X is no digit".formatted(digit));
      key.append(digit);
    }
  }

  private static void putAsset(String key, BitField.Out out) {
    int digits = 0;
    while (digits < key.length() && key.charAt(digits) >= '0' && key.charAt(digits) <= '9') {
      out.put(key.charAt(digits) - '0', 4);
      digits++;
    }
    if (digits == key.length()) {
      out.put(END, 4);
    } else {
      Alphanumeric.put(key.substring(digits), out.put(CHARACTERS_FOLLOW, 4));
    }
  }
}
