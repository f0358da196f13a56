package dev.aisle.device.rfid.chafon;

/**
 * CRC-16/MCRF4XX: polynomial 1021 reflected, start FFFF, sent low byte first, so that it comes to 0
 * over a whole frame (UHFReader18 User's Manual V2.0). Of {@code 123456789} it is 6F91.
 */
final class ChafonCrc {
  private static final int REFLECTED = 0x8408;
  private static final int[] OF_BYTE = new int[256];

  static {
    for (int i = 0; i < OF_BYTE.length; i++) {
      int crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? (crc >> 1) ^ REFLECTED : crc >> 1;
      }
      OF_BYTE[i] = crc;
    }
  }

  private ChafonCrc() {}

  static int start() {
    return 0xFFFF;
  }

  static int with(int crc, byte next) {
    return (crc >> 8) ^ OF_BYTE[(crc ^ next) & 0xFF];
  }
}
