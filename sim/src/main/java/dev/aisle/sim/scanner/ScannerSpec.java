package dev.aisle.sim.scanner;

import java.nio.file.Path;

/**
 * A scanner as it is set.
 *
 * @param link where its serial port is found
 * @param suffix what it sends after each code
 * @param identifiers whether it sends the symbology identifier before each code
 */
public record ScannerSpec(
    String name, Path link, int baud, String prefix, String suffix, boolean identifiers) {
  private static final int SLOWEST = 300;

  public ScannerSpec {
    if (baud < SLOWEST) {
      throw new IllegalArgumentException("%d baud".formatted(baud));
    }
  }

  /** 9600 baud, carriage return, identifiers on: as Honeywell, Zebra and Newland call it. */
  public static ScannerSpec standard(String name, Path link) {
    return new ScannerSpec(name, link, 9600, "", "\r", true);
  }
}
