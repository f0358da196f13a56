package dev.aisle.hmi.bridge;

import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.EpcFilter;
import dev.aisle.device.rfid.readpoint.PassRules;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.readpoint.StrengthRules;
import dev.aisle.device.rfid.readpoint.TagRules;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import dev.aisle.hmi.app.site.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Read points of the site in the words of the drivers. Pure. */
final class ReadPointWords {
  private ReadPointWords() {}

  /** Empty for one that no antenna feeds. */
  static Optional<ReadPoint> of(Site.ReadPoint point, List<Site.Feed> feeds) {
    if (feeds.isEmpty()) {
      return Optional.empty();
    }
    Map<AntennaRef, AntennaLine> antennas = new LinkedHashMap<>();
    for (Site.Feed feed : feeds) {
      antennas.put(new AntennaRef(feed.device(), feed.antenna()), line(feed));
    }
    return Optional.of(
        new ReadPoint(
            point.id(),
            antennas,
            smoothing(point),
            rules(point, antennas),
            Set.copyOf(point.rules().neighbours()),
            ReadPoint.USUAL_MOST_TAGS));
  }

  private static AntennaLine line(Site.Feed feed) {
    return switch (feed.side()) {
      case ANY -> AntennaLine.NONE;
      case OUTER -> AntennaLine.OUTER;
      case INNER -> AntennaLine.INNER;
    };
  }

  private static SmoothingRules smoothing(Site.ReadPoint point) {
    return switch (point.rules().smoothing()) {
      case PORTAL -> SmoothingRules.dockPortal();
      case CONVEYOR -> SmoothingRules.conveyor();
      case SHELF -> SmoothingRules.shelf();
      case HEAD -> SmoothingRules.head();
    };
  }

  private static PassRules rules(Site.ReadPoint point, Map<AntennaRef, AntennaLine> antennas) {
    boolean twoLines =
        antennas.containsValue(AntennaLine.OUTER) && antennas.containsValue(AntennaLine.INNER);
    PassRules portal = PassRules.dockPortal();
    PassRules usual =
        point.eyes().isPresent()
            ? portal
            : twoLines
                ? new PassRules(Optional.empty(), portal.order(), portal.strength(), portal.tags())
                : PassRules.plain();
    return usual
        .with(strength(usual.strength(), point.rules()))
        .with(tags(usual.tags(), point.rules()));
  }

  private static StrengthRules strength(StrengthRules usual, Site.ReadRules written) {
    return new StrengthRules(
        written.leastRssiDbm().isPresent()
            ? OptionalDouble.of(written.leastRssiDbm().getAsInt())
            : usual.leastDbm(),
        written.leastReads().orElse(usual.leastCount()),
        written.marginDb().orElse(usual.marginDb()),
        usual.sureDbm(),
        usual.riseDb());
  }

  private static TagRules tags(TagRules usual, Site.ReadRules written) {
    return new TagRules(
        EpcFilter.of(written.include(), written.exclude()),
        usual.doubtfulCount(),
        written.onlyExpected(),
        Set.copyOf(written.staticTags()),
        usual.staticAfterPasses(),
        usual.notAgainWithin());
  }
}
