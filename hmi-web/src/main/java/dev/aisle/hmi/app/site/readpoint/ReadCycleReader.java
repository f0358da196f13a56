package dev.aisle.hmi.app.site.readpoint;

import dev.aisle.hmi.app.site.ReadCycle;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code read_cycles:}. */
public final class ReadCycleReader {
  private static final Set<String> REPORTS =
      new LinkedHashSet<>(List.of("current", "additions", "deletions"));
  private static final Duration USUAL_LONGEST = Duration.ofMinutes(1);
  private static final int USUAL_MOST_TAGS = 1_000;
  private static final int MOST_TAGS = 100_000;

  private final Reading reading;

  public ReadCycleReader(Reading reading) {
    this.reading = reading;
  }

  public List<ReadCycle> cycles(Part site) {
    List<ReadCycle> cycles = new ArrayList<>();
    site.parts("read_cycles", (id, part) -> cycles.add(cycle(id, part)));
    return cycles;
  }

  private ReadCycle cycle(String id, Part part) {
    reading.define(Kind.READ_CYCLE, id, part.at(), part.where());
    List<Part.Item> points = part.texts("read_points");
    points.forEach(p -> reading.use(Kind.READ_POINT, p.text(), p.at(), p.where()));
    if (points.isEmpty()) {
      part.missing("read_points", "[D1-portal]");
    }
    ReadCycle.Start start =
        part.part("start")
            .map(this::start)
            .orElse(new ReadCycle.Start(Optional.empty(), Optional.empty()));
    ReadCycle.Stop stop =
        part.part("stop")
            .map(this::stop)
            .orElse(
                new ReadCycle.Stop(Optional.empty(), Optional.empty(), Optional.empty(), false));
    Duration longest = positive(part, "longest").orElse(USUAL_LONGEST);
    List<ReadCycle.ReportSet> reports = reports(part);
    ReadCycle cycle =
        new ReadCycle(
            id,
            points.stream().map(Part.Item::text).toList(),
            start,
            stop,
            reports,
            ReadPointReader.patterns(reading, part.texts("epcs")),
            ReadPointReader.patterns(reading, part.texts("not_epcs")),
            !part.has("even_if_empty") || part.flag("even_if_empty"),
            longest,
            part.whole("most_tags", 1, MOST_TAGS).orElse(USUAL_MOST_TAGS));
    part.done();
    return cycle;
  }

  private List<ReadCycle.ReportSet> reports(Part part) {
    List<ReadCycle.ReportSet> reports = new ArrayList<>();
    for (Part.Item word : part.texts("reports")) {
      if (!REPORTS.contains(word.text())) {
        reading.fault(word.at(), word.where(), Part.notOneOf(word.text(), REPORTS));
      } else {
        reports.add(ReadCycle.ReportSet.valueOf(word.text().toUpperCase(Locale.ROOT)));
      }
    }
    return reports.isEmpty() ? List.of(ReadCycle.ReportSet.CURRENT) : reports;
  }

  private ReadCycle.Start start(Part part) {
    ReadCycle.Start start = new ReadCycle.Start(point(part), positive(part, "every"));
    part.done();
    return start;
  }

  private ReadCycle.Stop stop(Part part) {
    ReadCycle.Stop stop =
        new ReadCycle.Stop(
            positive(part, "after"),
            positive(part, "stable_for"),
            point(part),
            part.flag("first_tag"));
    part.done();
    return stop;
  }

  private Optional<ReadCycle.PointBecomes> point(Part part) {
    boolean value = !part.has("becomes") || part.flag("becomes");
    Optional<String> point = part.text("point");
    if (point.isEmpty() && part.has("becomes")) {
      part.missing("point", "D1.eye-outer");
    }
    point.ifPresent(name -> reading.use(Kind.POINT, name, part.at("point"), part.way("point")));
    return point.map(name -> new ReadCycle.PointBecomes(name, value));
  }

  private Optional<Duration> positive(Part part, String key) {
    Optional<Duration> time = part.duration(key);
    if (time.filter(t -> !t.isPositive()).isPresent()) {
      part.fault(key, "must be longer than nothing");
      return Optional.empty();
    }
    return time;
  }
}
