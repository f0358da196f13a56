package dev.aisle.device.rfid.chafon;

import dev.aisle.device.rfid.uhf.protocol.Region;
import java.util.Arrays;
import java.util.Optional;

/**
 * Frequency bands. Two bytes name the highest and the lowest channel in their low six bits; their
 * high two bits together are the number of the band (UHFReader18 User's Manual V2.0, command 22;
 * UHFReader288MP manual v1.14, 8.4.2).
 */
public enum ChafonBand {
  CHINA_2(1, 19, Region.CHINA_900),
  UNITED_STATES(2, 49, Region.UNITED_STATES),
  KOREA(3, 31, Region.KOREA),
  EUROPE(4, 14, Region.EUROPE),
  UKRAINE(6, 6, Region.UKRAINE),
  CHINA_1(8, 19, Region.CHINA_800);

  private final int number;
  private final int lastChannel;
  private final Region region;

  ChafonBand(int number, int lastChannel, Region region) {
    this.number = number;
    this.lastChannel = lastChannel;
    this.region = region;
  }

  public Region region() {
    return region;
  }

  /** First byte of the pair, with all channels of the band in use. */
  public int highByte() {
    return (number >> 2) << 6 | lastChannel;
  }

  /** Second byte of the pair. */
  public int lowByte() {
    return (number & 3) << 6;
  }

  public static Optional<ChafonBand> of(Region region) {
    return Arrays.stream(values()).filter(band -> band.region == region).findFirst();
  }

  /** The band that a pair of bytes names. */
  public static Optional<ChafonBand> ofBytes(int high, int low) {
    int number = (high >> 6 & 3) << 2 | (low >> 6 & 3);
    return Arrays.stream(values()).filter(band -> band.number == number).findFirst();
  }
}
