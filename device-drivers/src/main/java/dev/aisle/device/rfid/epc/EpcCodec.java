package dev.aisle.device.rfid.epc;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** EPC memory in hex ↔ {@link Epc} ↔ URN, for the 96-bit schemes of the Tag Data Standard. */
public final class EpcCodec {
  private static final int GID_HEADER = 0x35;
  private static final int BITS = 96;
  private static final String URN = "urn:epc:id:";

  private EpcCodec() {}

  /** Never throws: what cannot be decoded is {@link Epc.Unknown} with the reason. */
  public static Epc decode(String hex) {
    String upper = hex.toUpperCase(Locale.ROOT);
    if (upper.length() * 4 != BITS || !upper.chars().allMatch(EpcCodec::isHexDigit)) {
      return new Epc.Unknown(upper, "not 96 bits in hex");
    }
    Bits bits = new Bits(new BigInteger(upper, 16));
    int header = (int) bits.take(8);
    if (header == GID_HEADER) {
      return new Epc.Gid(bits.take(28), bits.take(24), bits.take(36));
    }
    Optional<EpcScheme> scheme = EpcScheme.ofHeader(header);
    if (scheme.isEmpty()) {
      return new Epc.Unknown(upper, "unknown header %02X".formatted(header));
    }
    return gs1(upper, scheme.get(), bits);
  }

  private static Epc gs1(String hex, EpcScheme scheme, Bits bits) {
    int filter = (int) bits.take(3);
    int partition = (int) bits.take(3);
    if (partition > 6) {
      return new Epc.Unknown(hex, "partition 7 is not defined");
    }
    int prefixDigits = 12 - partition;
    String prefix = padded(bits.take(EpcScheme.prefixBits(partition)), prefixDigits);
    if (prefix.length() > prefixDigits) {
      return new Epc.Unknown(
          hex, "company prefix %s is too long for its partition".formatted(prefix));
    }
    long value = bits.take(scheme.referenceBits(partition));
    String reference =
        scheme.referenceIsPadded()
            ? padded(value, scheme.referenceDigits(prefixDigits))
            : Long.toString(value);
    OptionalLong serial =
        scheme.serialBits() > 0
            ? OptionalLong.of(bits.take(scheme.serialBits()))
            : OptionalLong.empty();
    if (bits.rest().signum() != 0) {
      return new Epc.Unknown(hex, "the unused bits of %s are not zero".formatted(scheme));
    }
    try {
      return new Epc.Gs1(scheme, filter, prefix, reference, serial);
    } catch (IllegalArgumentException e) {
      return new Epc.Unknown(hex, String.valueOf(e.getMessage()));
    }
  }

  /** Upper-case hex; an unknown EPC gives back the hex it came from. */
  public static String encode(Epc epc) {
    return switch (epc) {
      case Epc.Unknown unknown -> unknown.hex();
      case Epc.Gid gid ->
          hex(
              BigInteger.valueOf(GID_HEADER)
                  .shiftLeft(28)
                  .or(BigInteger.valueOf(gid.manager()))
                  .shiftLeft(24)
                  .or(BigInteger.valueOf(gid.objectClass()))
                  .shiftLeft(36)
                  .or(BigInteger.valueOf(gid.serial())));
      case Epc.Gs1 gs1 -> encode(gs1);
    };
  }

  private static String encode(Epc.Gs1 epc) {
    EpcScheme scheme = epc.scheme();
    int partition = Gs1Rules.partition(epc.companyPrefix());
    int used = 14 + EpcScheme.prefixBits(partition) + scheme.referenceBits(partition);
    BigInteger bits =
        BigInteger.valueOf(scheme.header())
            .shiftLeft(3)
            .or(BigInteger.valueOf(epc.filter()))
            .shiftLeft(3)
            .or(BigInteger.valueOf(partition))
            .shiftLeft(EpcScheme.prefixBits(partition))
            .or(number(epc.companyPrefix()))
            .shiftLeft(scheme.referenceBits(partition))
            .or(number(epc.reference()))
            .shiftLeft(scheme.serialBits())
            .or(BigInteger.valueOf(epc.serial().orElse(0)))
            .shiftLeft(BITS - used - scheme.serialBits());
    return hex(bits);
  }

  /**
   * Reads a pure identity URN; the filter is not part of it. Never throws: what cannot be read is
   * {@link Epc.Unknown}.
   */
  public static Epc parseUrn(String urn, int filter) {
    if (!urn.startsWith(URN)) {
      return new Epc.Unknown(urn, "not an EPC URN");
    }
    String[] nameAndParts = urn.substring(URN.length()).split(":", 2);
    String[] parts = nameAndParts.length == 2 ? nameAndParts[1].split("\\.", -1) : new String[0];
    try {
      if (nameAndParts[0].equals("gid") && parts.length == 3) {
        return new Epc.Gid(plain(parts[0]), plain(parts[1]), plain(parts[2]));
      }
      Optional<EpcScheme> scheme = EpcScheme.ofUrnName(nameAndParts[0]);
      if (scheme.isEmpty() || parts.length != (scheme.get().serialBits() > 0 ? 3 : 2)) {
        return new Epc.Unknown(urn, "not a URN of a known scheme");
      }
      OptionalLong serial =
          parts.length == 3 ? OptionalLong.of(plain(parts[2])) : OptionalLong.empty();
      return new Epc.Gs1(scheme.get(), filter, parts[0], parts[1], serial);
    } catch (IllegalArgumentException e) {
      return new Epc.Unknown(urn, String.valueOf(e.getMessage()));
    }
  }

  /** 96-bit serials are numbers without leading zeros; others need the longer schemes. */
  private static long plain(String digits) {
    if (digits.isEmpty()
        || digits.length() > 18
        || !Gs1Rules.isDigits(digits)
        || (digits.length() > 1 && digits.charAt(0) == '0')) {
      throw new IllegalArgumentException("'%s' cannot be written in 96 bits".formatted(digits));
    }
    return Long.parseLong(digits);
  }

  private static String padded(long value, int digits) {
    if (digits == 0) {
      return value == 0 ? "" : Long.toString(value);
    }
    return String.format(Locale.ROOT, "%0" + digits + "d", value);
  }

  private static BigInteger number(String digits) {
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
  }

  private static String hex(BigInteger bits) {
    String hex = bits.toString(16).toUpperCase(Locale.ROOT);
    return "0".repeat(BITS / 4 - hex.length()) + hex;
  }

  private static boolean isHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
  }

  /** Takes fields from the left. */
  private static final class Bits {
    private final BigInteger all;
    private int left = BITS;

    Bits(BigInteger all) {
      this.all = all;
    }

    long take(int count) {
      left -= count;
      return all.shiftRight(left)
          .and(BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE))
          .longValueExact();
    }

    BigInteger rest() {
      return all.and(BigInteger.ONE.shiftLeft(left).subtract(BigInteger.ONE));
    }
  }
}
