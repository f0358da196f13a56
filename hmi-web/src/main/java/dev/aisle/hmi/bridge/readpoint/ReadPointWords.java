package dev.aisle.hmi.bridge.readpoint;

import dev.aisle.device.rfid.cycle.CycleSpec;
import dev.aisle.device.rfid.cycle.StartTrigger;
import dev.aisle.device.rfid.cycle.StopTrigger;
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
import dev.aisle.hmi.app.site.ReadCycle;
import dev.aisle.hmi.app.site.ReadRules;
import dev.aisle.hmi.app.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Read points and read cycles of the site in the words of the drivers. Pure. */
public final class ReadPointWords {
  private ReadPointWords() {}

  /** Those that some antenna feeds. */
  public static List<ReadPoint> of(Site site) {
    return site.readPoints().stream()
        .flatMap(point -> of(point, site.feeds(point.id())).stream())
        .toList();
  }

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
            smoothing(point.rules().smoothing()),
            rules(point, antennas),
            Set.copyOf(point.rules().neighbours()),
            point.rules().mostTags().orElse(ReadPoint.USUAL_MOST_TAGS)));
  }

  private static AntennaLine line(Site.Feed feed) {
    return switch (feed.side()) {
      case ANY -> AntennaLine.NONE;
      case OUTER -> AntennaLine.OUTER;
      case INNER -> AntennaLine.INNER;
    };
  }

  private static SmoothingRules smoothing(ReadRules.Smoothing written) {
    SmoothingRules usual =
        switch (written.preset()) {
          case PORTAL -> SmoothingRules.dockPortal();
          case CONVEYOR -> SmoothingRules.conveyor();
          case SHELF -> SmoothingRules.shelf();
          case HEAD -> SmoothingRules.head();
        };
    return new SmoothingRules(
        written.glimpsedFor().orElse(usual.glimpsedTimeout()),
        written.observedReads().orElse(usual.observedCount()),
        written.observedTime().orElse(usual.observedTime()),
        written.lostAfter().orElse(usual.lostTimeout()));
  }

  private static PassRules rules(Site.ReadPoint point, Map<AntennaRef, AntennaLine> antennas) {
    boolean twoLines =
        antennas.containsValue(AntennaLine.OUTER) && antennas.containsValue(AntennaLine.INNER);
    ReadRules written = point.rules();
    boolean portal = point.eyes().isPresent() || twoLines;
    PassRules usual = portal ? PassRules.dockPortal() : PassRules.plain();
    return new PassRules(
        point.eyes().map(eyes -> eyes(EyeRules.dockPortal(), written.eyes())),
        usual.order().map(order -> order(order, written.lines())),
        strength(usual.strength(), written.strength()),
        tags(usual.tags(), written.tags()));
  }

  private static EyeRules eyes(EyeRules usual, ReadRules.Eyes written) {
    return new EyeRules(
        written.passWithin().orElse(usual.passTime()),
        written.slack().orElse(usual.slack()),
        written.standingAfter().orElse(usual.standing()));
  }

  private static OrderRules order(OrderRules usual, ReadRules.Lines written) {
    return new OrderRules(
        written.leastReads().orElse(usual.leastCount()),
        written.leastTime().orElse(usual.leastTime()),
        written.must());
  }

  private static StrengthRules strength(StrengthRules usual, ReadRules.Strength written) {
    return new StrengthRules(
        written.leastRssiDbm().isPresent()
            ? OptionalDouble.of(written.leastRssiDbm().getAsInt())
            : usual.leastDbm(),
        written.leastReads().orElse(usual.leastCount()),
        written.marginDb().orElse(usual.marginDb()),
        written.sureDbm().orElse(usual.sureDbm()),
        written.riseDb().orElse(usual.riseDb()));
  }

  private static TagRules tags(TagRules usual, ReadRules.Tags written) {
    return new TagRules(
        EpcFilter.of(written.include(), written.exclude()),
        written.doubtfulReads().orElse(usual.doubtfulCount()),
        written.onlyExpected(),
        Set.copyOf(written.alwaysThere()),
        written.staticAfterPasses().orElse(usual.staticAfterPasses()),
        written.notAgainWithin().orElse(usual.notAgainWithin()));
  }

  /** Read cycles whose read points some antenna feeds. */
  static List<CycleSpec> cycles(Site site) {
    return site.readCycles().stream().flatMap(cycle -> cycle(site, cycle).stream()).toList();
  }

  private static Optional<CycleSpec> cycle(Site site, ReadCycle cycle) {
    Set<AntennaRef> antennas = new LinkedHashSet<>();
    for (String point : cycle.readPoints()) {
      site.feeds(point)
          .forEach(feed -> antennas.add(new AntennaRef(feed.device(), feed.antenna())));
    }
    if (antennas.isEmpty()) {
      return Optional.empty();
    }
    ReadRules.Smoothing smoothing =
        site.readPoints().stream()
            .filter(point -> point.id().equals(cycle.readPoints().getFirst()))
            .findFirst()
            .orElseThrow()
            .rules()
            .smoothing();
    EpcFilter filter = EpcFilter.of(cycle.include(), cycle.exclude());
    return Optional.of(
        new CycleSpec(
            cycle.id(),
            antennas,
            smoothing(smoothing),
            start(cycle.start()),
            stop(cycle.stop()),
            cycle.reports().stream()
                .map(
                    set ->
                        new CycleSpec.ReportSpec(
                            set.name().toLowerCase(Locale.ROOT),
                            CycleSpec.ReportSet.valueOf(set.name()),
                            filter,
                            cycle.evenIfEmpty()))
                .toList(),
            cycle.longest(),
            cycle.mostTags()));
  }

  private static List<StartTrigger> start(ReadCycle.Start written) {
    List<StartTrigger> triggers = new ArrayList<>();
    written
        .point()
        .ifPresent(p -> triggers.add(new StartTrigger.PointBecomes(p.point(), p.value())));
    written.every().ifPresent(period -> triggers.add(new StartTrigger.Every(period)));
    if (triggers.isEmpty()) {
      triggers.add(new StartTrigger.Command());
    }
    return triggers;
  }

  private static List<StopTrigger> stop(ReadCycle.Stop written) {
    List<StopTrigger> triggers = new ArrayList<>();
    written.after().ifPresent(time -> triggers.add(new StopTrigger.After(time)));
    written.stableFor().ifPresent(time -> triggers.add(new StopTrigger.StableSet(time)));
    written
        .point()
        .ifPresent(p -> triggers.add(new StopTrigger.PointBecomes(p.point(), p.value())));
    if (written.firstTag()) {
      triggers.add(new StopTrigger.DataAvailable());
    }
    return triggers;
  }
}
