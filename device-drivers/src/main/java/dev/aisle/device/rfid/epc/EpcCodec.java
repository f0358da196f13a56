package dev.aisle.device.rfid.epc;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * EPC memory in hex ↔ {@link Epc} (GS1 EPC Tag Data Standard 2.x, clauses 14 and 15). Text forms
 * are in {@link EpcUrn} and {@link EpcElements}.
 */
public final class EpcCodec {
  private static final int GID_HEADER = 0x35;
  private static final int GID_BITS = 96;
  private static final int WORD = 16;

  /** More than the longest EPC a tag can say it has (31 words). */
  private static final int MOST_DIGITS = 31 * 4;

  /** Bit 17h of EPC memory: the low byte of the PC word is an AFI (Gen2 air interface, 6.3.2.1). */
  private static final int AFI_TOGGLE = 0x0100;

  /** Headers that mean something (table 14-1) but are not decoded here. */
  private static final Map<Integer, String> OTHERS =
      Map.ofEntries(
          Map.entry(0x00, "the tag is not programmed"),
          Map.entry(0x2F, "USDOD-96 of the US Department of Defense"),
          Map.entry(0x3A, "GDTI-113, replaced by GDTI-174"),
          Map.entry(0x3B, "ADI-var of the aerospace industry"),
          Map.entry(0x3C, "CPI-96, a component or part"),
          Map.entry(0x3D, "CPI-var, a component or part"),
          Map.entry(0x3F, "SGCN-96, a coupon"),
          Map.entry(0x40, "ITIP-110, a piece of a trade item"),
          Map.entry(0x41, "ITIP-212, a piece of a trade item"),
          Map.entry(0xE2, "the tag shows its maker's number (TID) as EPC"),
          Map.entry(0xF0, "CPI+, a component or part"),
          Map.entry(0xF3, "ITIP+, a piece of a trade item"),
          Map.entry(0xF8, "SGCN+, a coupon"),
          Map.entry(0xFB, "DSGTIN+, a trade item with its date"));

  private EpcCodec() {}

  /**
   * With the PC word that readers report beside the EPC. Never throws.
   *
   * @param pc protocol control word, 0 to FFFF
   */
  public static Epc decode(int pc, String hex) {
    if ((pc & AFI_TOGGLE) != 0) {
      int afi = pc & 0xFF;
      return new Epc.NotGs1(hex.toUpperCase(Locale.ROOT), afi, Afi.family(afi));
    }
    return decode(hex);
  }

  /** Never throws: what cannot be decoded is {@link Epc.Unknown} with the reason. */
  public static Epc decode(String hex) {
    String upper = hex.toUpperCase(Locale.ROOT);
    if (upper.length() > MOST_DIGITS) {
      return new Epc.Unknown(upper.substring(0, MOST_DIGITS), "longer than a tag can be");
    }
    if (upper.length() < 2 || !upper.chars().allMatch(EpcCodec::isHexDigit)) {
      return new Epc.Unknown(upper, "not an EPC in hex");
    }
    int header = Integer.parseInt(upper.substring(0, 2), 16);
    BitField.In in = new BitField.In(upper);
    in.take(8);
    try {
      if (header == GID_HEADER) {
        checkLength(in, GID_BITS);
        return new Epc.Gid(in.take(28), in.take(24), in.take(36));
      }
      Optional<EpcCoding> coding = EpcCoding.ofHeader(header);
      if (coding.isEmpty()) {
        String meaning = OTHERS.getOrDefault(header, "unknown header");
        return new Epc.Unknown(upper, "%s (%02X)".formatted(meaning, header));
      }
      if (coding.get().isPlus()) {
        return PlusCodec.decode(coding.get(), in);
      }
      checkLength(in, coding.get().bits());
      Epc.Gs1 epc = ClassicCodec.decode(coding.get(), in);
      Gs1Rules.require(
          in.restIsZero(), "the unused bits of %s are not zero".formatted(epc.coding().tagName()));
      return epc;
    } catch (IllegalArgumentException e) {
      return new Epc.Unknown(upper, String.valueOf(e.getMessage()));
    }
  }

  /** Up to the next whole word, which is how readers count. */
  private static void checkLength(BitField.In in, int bits) {
    int all = in.left() + 8;
    Gs1Rules.require(
        all >= bits && all <= (bits + WORD - 1) / WORD * WORD,
        "%d bits where the header stands for %d".formatted(all, bits));
  }

  /**
   * Upper-case hex in whole words of 16 bits; an EPC that was not decoded gives back the hex it
   * came from.
   */
  public static String encode(Epc epc) {
    return switch (epc) {
      case Epc.Unknown unknown -> unknown.hex();
      case Epc.NotGs1 other -> other.hex();
      case Epc.Gid gid ->
          new BitField.Out()
              .put(GID_HEADER, 8)
              .put(gid.manager(), 28)
              .put(gid.objectClass(), 24)
              .put(gid.serial(), 36)
              .hex();
      case Epc.Gs1 gs1 -> ClassicCodec.encode(gs1);
      case Epc.Plus plus -> PlusCodec.encode(plus);
    };
  }

  /**
   * Reads a pure identity or tag URN. Never throws: what cannot be read is {@link Epc.Unknown}.
   *
   * @param filter for a pure identity, which has none
   */
  public static Epc parseUrn(String urn, int filter) {
    return EpcUrn.parse(urn, filter);
  }

  private static boolean isHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
  }
}
