package dev.aisle.device.rfid.thingmagic;

/**
 * The checksum of a frame, from the length byte to the last data byte. It takes the message in by
 * four bits at a time and adds no zeros behind it, so it is not CRC-16/CCITT-FALSE.
 */
final class TmCrc {
  private static final int POLYNOMIAL = 0x1021;
  private static final int START = 0xFFFF;

  private TmCrc() {}

  static int of(byte[] bytes, int from, int to) {
    int crc = START;
    for (int i = from; i < to; i++) {
      crc = step(crc, (bytes[i] >> 4) & 0xF);
      crc = step(crc, bytes[i] & 0xF);
    }
    return crc;
  }

  private static int step(int crc, int nibble) {
    return (((crc << 4) | nibble) ^ (POLYNOMIAL * (crc >> 12))) & 0xFFFF;
  }
}
