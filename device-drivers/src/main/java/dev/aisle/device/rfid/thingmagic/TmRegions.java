package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.uhf.protocol.Region;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Region codes; modules differ in which of several for one country they have. */
final class TmRegions {
  /** Best first. */
  private static final Map<Region, List<Integer>> CODES =
      Map.of(
          Region.UNITED_STATES, List.of(0x01, 0x0D, 0x0E),
          Region.EUROPE, List.of(0x08, 0x07, 0x02),
          Region.CHINA_900, List.of(0x06),
          Region.KOREA, List.of(0x09, 0x03),
          Region.JAPAN, List.of(0x05),
          Region.INDIA, List.of(0x04),
          Region.AUSTRALIA, List.of(0x0B),
          Region.NEW_ZEALAND, List.of(0x0C),
          Region.OPEN, List.of(0xFF));

  private TmRegions() {}

  /**
   * @param offered by the module; empty when it does not tell
   */
  static Optional<Integer> code(Region region, List<Integer> offered) {
    return CODES.getOrDefault(region, List.of()).stream()
        .filter(code -> offered.isEmpty() || offered.contains(code))
        .findFirst();
  }

  static Optional<Region> region(int code) {
    return CODES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(code))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static Set<Region> regions(List<Integer> codes) {
    Set<Region> known = EnumSet.noneOf(Region.class);
    codes.forEach(code -> region(code).ifPresent(known::add));
    return known;
  }
}
