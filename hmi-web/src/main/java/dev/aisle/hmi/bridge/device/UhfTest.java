package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.rfid.uhf.Inventory;
import dev.aisle.device.rfid.uhf.ReaderCapabilities;
import dev.aisle.device.rfid.uhf.TagSeen;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.hmi.live.DeviceTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Tries a UHF reader with one inventory, and says what it is. */
final class UhfTest {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final double CENTI = 100;

  private UhfTest() {}

  static DeviceTest.Outcome of(UhfReader reader) {
    DeviceHealth health = reader.health();
    Map<String, Object> found = new LinkedHashMap<>();
    reader
        .capabilities()
        .ifPresent(
            said -> {
              said.model().ifPresent(text -> found.put("model", text));
              said.software().ifPresent(text -> found.put("firmware", text));
              said.serial().ifPresent(text -> found.put("serial", text));
            });
    if (health.link() != LinkState.UP) {
      return new DeviceTest.Outcome(
          DeviceTest.Verdict.NOT_CONNECTED, found, health.trouble().orElse(null));
    }
    return switch (reader.inventory(LOOK)) {
      case Inventory.Seen seen -> {
        found.put("tags", seen.tags().stream().map(TagSeen::epcHex).distinct().count());
        yield new DeviceTest.Outcome(
            health.signal() == Ne107.OK
                ? DeviceTest.Verdict.ANSWERED
                : DeviceTest.Verdict.COMPLAINS,
            found,
            health.trouble().orElse(null));
      }
      case Inventory.NotDone notDone ->
          new DeviceTest.Outcome(DeviceTest.Verdict.SILENT, found, notDone.why());
    };
  }

  /** What the reader said when it last came up, by names that screens translate. */
  static Map<String, Object> said(UhfReader reader) {
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
