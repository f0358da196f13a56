package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.ReaderCapabilities;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** What a UHF reader says about itself, in the words of the screens. */
final class UhfWords {
  private static final double CENTI = 100;

  private UhfWords() {}

  /** What the reader said when it last came up, by names that screens translate. */
  public static Map<String, Object> said(UhfReader reader) {
    Map<String, Object> said = new LinkedHashMap<>();
    if (reader.capabilities().isEmpty()) {
      return said;
    }
    ReaderCapabilities capabilities = reader.capabilities().get();
    capabilities.model().ifPresent(text -> said.put("model", text));
    capabilities.hardware().ifPresent(text -> said.put("hardware", text));
    capabilities.software().ifPresent(text -> said.put("software", text));
    capabilities.maker().ifPresent(text -> said.put("maker", text));
    capabilities.serial().ifPresent(text -> said.put("serial", text));
    said.put("antennas", capabilities.antennas());
    power(said, "leastPowerDbm", capabilities.leastPowerCentiDbm());
    power(said, "mostPowerDbm", capabilities.mostPowerCentiDbm());
    if (!capabilities.regions().isEmpty()) {
      said.put(
          "regions",
          capabilities.regions().stream()
              .sorted()
              .map(region -> region.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .toList());
    }
    said.put("rssiInDbm", capabilities.rssiInDbm());
    said.put("tellsFrequency", capabilities.tellsFrequency());
    said.put("tellsPhase", capabilities.tellsPhase());
    said.put("inputs", capabilities.inputs());
    said.put("outputs", capabilities.outputs());
    return said;
  }

  private static void power(Map<String, Object> said, String name, OptionalInt centiDbm) {
    if (centiDbm.isPresent()) {
      said.put(name, centiDbm.getAsInt() / CENTI);
    }
  }
}
