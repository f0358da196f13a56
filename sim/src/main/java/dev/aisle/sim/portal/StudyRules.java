package dev.aisle.sim.portal;

import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.EpcFilter;
import dev.aisle.device.rfid.readpoint.EyeRules;
import dev.aisle.device.rfid.readpoint.OrderRules;
import dev.aisle.device.rfid.readpoint.PassRules;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.readpoint.StrengthRules;
import dev.aisle.device.rfid.readpoint.TagRules;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The rules a site with two neighbouring portals would write for them. */
final class StudyRules {
  private StudyRules() {}

  static String name(int door) {
    return "D" + (door + 1);
  }

  static String reader(int door) {
    return "reader-D" + (door + 1);
  }

  static List<ReadPoint> portals(StudySettings settings) {
    return List.of(portal(0, settings), portal(1, settings));
  }

  private static ReadPoint portal(int door, StudySettings settings) {
    String reader = reader(door);
    return new ReadPoint(
        name(door),
        Map.of(
            new AntennaRef(reader, 1), AntennaLine.OUTER,
            new AntennaRef(reader, 2), AntennaLine.OUTER,
            new AntennaRef(reader, 3), AntennaLine.INNER,
            new AntennaRef(reader, 4), AntennaLine.INNER),
        SmoothingRules.dockPortal(),
        rules(settings),
        Set.of(name(1 - door)),
        ReadPoint.USUAL_MOST_TAGS);
  }

  /** Without eyes nothing else keeps two portals apart, so their margin is wider. */
  private static double margin(StudySettings settings) {
    return settings.eyes() ? 6 : 9;
  }

  private static PassRules rules(StudySettings settings) {
    return new PassRules(
        settings.eyes()
            ? Optional.of(
                new EyeRules(Duration.ofSeconds(15), Duration.ofSeconds(4), Duration.ofSeconds(10)))
            : Optional.empty(),
        Optional.of(new OrderRules(2, Duration.ofMillis(500), true)),
        new StrengthRules(OptionalDouble.of(-60), 5, margin(settings), -50, 10),
        new TagRules(
            EpcFilter.of(List.of("31"), List.of()),
            3,
            settings.list(),
            Set.of(),
            3,
            Duration.ofMinutes(5)));
  }
}
