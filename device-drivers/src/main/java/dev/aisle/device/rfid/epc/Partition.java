package dev.aisle.device.rfid.epc;

/**
 * How the bits between filter and serial are shared by company prefix and reference (Tag Data
 * Standard, partition tables of clause 14.6). A prefix of 12 to 6 digits takes partition 0 to 6.
 */
final class Partition {
  static final int HIGHEST = 6;
  private static final int LONGEST_PREFIX = 12;
  private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};
  private static final int[] ITEM_BITS = {4, 7, 10, 14, 17, 20, 24};
  private static final int[] UNIT_BITS = {18, 21, 24, 28, 31, 34, 38};
  private static final int[] PLACE_BITS = {1, 4, 7, 11, 14, 17, 21};
  private static final int[] ASSET_96_BITS = {42, 45, 48, 52, 55, 58, 62};
  private static final int[] ASSET_202_BITS = {148, 151, 154, 158, 161, 164, 168};

  private Partition() {}

  static int of(String prefix) {
    return LONGEST_PREFIX - prefix.length();
  }

  static int prefixDigits(int partition) {
    return LONGEST_PREFIX - partition;
  }

  static int prefixBits(int partition) {
    return PREFIX_BITS[partition];
  }

  static int referenceBits(EpcCoding coding, int partition) {
    return switch (coding.scheme()) {
      case SGTIN, GRAI -> ITEM_BITS[partition];
      case SSCC, GSRN, GSRNP -> UNIT_BITS[partition];
      case SGLN, GDTI -> PLACE_BITS[partition];
      case GIAI -> coding.inCharacters() ? ASSET_202_BITS[partition] : ASSET_96_BITS[partition];
    };
  }
}
