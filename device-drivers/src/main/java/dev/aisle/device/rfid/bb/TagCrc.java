package dev.aisle.device.rfid.bb;

/**
 * CRC-16/GENIBUS over PC and EPC, as a Gen2 tag sends it (poly 1021, start FFFF, inverted result).
 */
public final class TagCrc {
  private TagCrc() {}

  public static int of(byte[] bytes, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
      }
      crc &= 0xFFFF;
    }
    return ~crc & 0xFFFF;
  }
}
