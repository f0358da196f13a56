package dev.aisle.sim.reader;

import java.nio.file.Path;

/**
 * A UHF reader on a serial line.
 *
 * @param link the path under which others open its port
 */
public record ReaderSpec(String name, Path link, int baud) {
  public ReaderSpec {
    if (baud < 1200 || baud > 3_000_000) {
      throw new IllegalArgumentException("no line speed: %d".formatted(baud));
    }
  }

  /** With the module's factory line speed. */
  public static ReaderSpec of(String name, Path link) {
    return new ReaderSpec(name, link, 115_200);
  }
}
