package dev.aisle.device.rfid.epc;

import java.math.BigInteger;
import java.util.Random;

/** Keys of every shape, from a seed. */
final class RandomEpcs {
  private static final String CHARACTERS =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  private RandomEpcs() {}

  static Epc.Gs1 classic(EpcCoding coding, Random random) {
    EpcScheme scheme = coding.scheme();
    int prefixDigits = 6 + random.nextInt(7);
    String prefix = digits(prefixDigits, random);
    String reference;
    if (scheme.hasFixedReference()) {
      reference = digits(scheme.referenceDigits(prefixDigits), random);
    } else if (coding.inCharacters()) {
      reference = text(30 - prefixDigits, random);
    } else {
      reference = number(Partition.referenceBits(coding, 12 - prefixDigits), random);
    }
    String serial = "";
    if (scheme.hasSerial()) {
      serial =
          coding.inCharacters()
              ? text(scheme.longestSerial(), random)
              : number(coding.serialBits(), random);
    }
    return new Epc.Gs1(coding, random.nextInt(8), prefix, reference, serial);
  }

  static Epc.Plus plus(EpcCoding coding, Random random) {
    EpcScheme scheme = coding.scheme();
    String key =
        scheme == EpcScheme.GIAI
            ? digits(6 + random.nextInt(7), random) + text(18, random)
            : Gs1Rules.withCheckDigit(
                (scheme == EpcScheme.GRAI ? "0" : digits(1, random))
                    + digits(coding.keyDigits() - 2, random));
    String serial = scheme.hasSerial() ? text(scheme.longestSerial(), random) : "";
    return new Epc.Plus(coding, random.nextInt(8), key, serial, false, "");
  }

  static Epc.Gid gid(Random random) {
    return new Epc.Gid(
        random.nextLong(1L << 28), random.nextLong(1L << 24), random.nextLong(1L << 36));
  }

  /** Edges are as likely as everything between. */
  private static String number(int bits, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> "0";
      case 1 -> BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE).toString();
      default -> new BigInteger(1 + random.nextInt(bits), random).toString();
    };
  }

  static String digits(int count, Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(random.nextInt(10));
    }
    return out.toString();
  }

  /** Of one alphabet or of all characters. */
  private static String text(int longest, Random random) {
    String set =
        switch (random.nextInt(6)) {
          case 0 -> "0123456789";
          case 1 -> "0123456789ABCDEF";
          case 2 -> "0123456789abcdef";
          case 3 -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:";
          case 4 -> "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
          default -> CHARACTERS;
        };
    StringBuilder out = new StringBuilder();
    int count = 1 + random.nextInt(longest);
    for (int i = 0; i < count; i++) {
      out.append(set.charAt(random.nextInt(set.length())));
    }
    return out.toString();
  }
}
