package dev.aisle.hmi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The site file of the demonstration. */
public final class DemoSite {
  private DemoSite() {}

  public static String text() {
    try (InputStream file = DemoSite.class.getResourceAsStream("/demo-site/site.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
