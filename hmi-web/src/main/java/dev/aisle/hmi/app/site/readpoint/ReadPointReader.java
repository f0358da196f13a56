package dev.aisle.hmi.app.site.readpoint;

import dev.aisle.device.rfid.readpoint.EpcPattern;
import dev.aisle.hmi.app.site.ReadRules;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code read_points:} with every rule of theirs. */
public final class ReadPointReader {
  private static final Set<String> STEPS =
      new LinkedHashSet<>(List.of("receiving", "shipping", "picking", "storing", "passing"));
  private static final Set<String> PRESETS =
      new LinkedHashSet<>(List.of("portal", "conveyor", "shelf", "head"));
  private static final Set<String> SIDES = new LinkedHashSet<>(List.of("any", "outer", "inner"));
  private static final int WEAKEST_DBM = -120;
  private static final int LARGEST_MARGIN_DB = 60;
  private static final int MOST_READS = 1_000;
  private static final int MOST_TAGS = 100_000;
  private static final Duration USUAL_REPEAT = Duration.ofSeconds(30);

  private final Reading reading;
  private final Predicate<String> isFed;
  private final List<SiteDevice> devices;
  private final Predicate<String> changedDevice;

  /**
   * @param isFed whether some antenna feeds, or once fed, a read point
   * @param changedDevice devices that were changed or taken away on screen
   */
  public ReadPointReader(
      Reading reading,
      Predicate<String> isFed,
      List<SiteDevice> devices,
      Predicate<String> changedDevice) {
    this.reading = reading;
    this.isFed = isFed;
    this.devices = List.copyOf(devices);
    this.changedDevice = changedDevice;
  }

  public List<Site.ReadPoint> readPoints(Part site) {
    List<Site.ReadPoint> readPoints = new ArrayList<>();
    site.parts("read_points", (id, part) -> readPoint(id, part).ifPresent(readPoints::add));
    return readPoints;
  }

  private Optional<Site.ReadPoint> readPoint(String id, Part part) {
    reading.define(Kind.READ_POINT, id, part.at(), part.where());
    Optional<String> location = name(part, "location", Kind.NODE, "D1");
    Optional<String> step = part.word("step", STEPS);
    if (!part.has("step")) {
      part.missing("step", "receiving");
    }
    Duration again = part.duration("same_tag_again_after").orElse(USUAL_REPEAT);
    Optional<Site.Eyes> eyes = part.part("eyes").flatMap(this::eyes);
    List<Site.Feed> antennas = new ArrayList<>();
    Set<String> readers = new LinkedHashSet<>();
    part.parts(
        "antennas",
        (device, list) -> {
          readers.add(device);
          antennas(device, list, antennas);
        });
    ReadRules rules = rules(part, eyes.isPresent());
    part.done();
    if (!isFed.test(id) && readers.isEmpty()) {
      reading.fault(part.at(), part.where(), "no antenna of any device feeds this read point");
    }
    if (location.isEmpty() || step.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Site.ReadPoint(id, location.get(), step.get(), again, eyes, rules, antennas));
  }

  private Optional<Site.Eyes> eyes(Part part) {
    Optional<String> outer = name(part, "outer", Kind.POINT, "D1.eye-outer");
    Optional<String> inner = name(part, "inner", Kind.POINT, "D1.eye-inner");
    part.done();
    return outer.flatMap(o -> inner.map(i -> new Site.Eyes(o, i)));
  }

  /** Antennas of one reader, by number, each with its side of the portal. */
  private void antennas(String name, Part list, List<Site.Feed> into) {
    Optional<SiteDevice> device = devices.stream().filter(d -> d.name().equals(name)).findFirst();
    if (device.isEmpty() && !changedDevice.test(name)) {
      reading.use(Kind.DEVICE, name, list.at(), list.where());
    } else if (device.isPresent() && device.get().antennas().isEmpty()) {
      reading.fault(list.at(), list.where(), "'%s' has no antennas".formatted(name));
      list.entryTexts();
      return;
    }
    list.entryTexts()
        .forEach(
            (number, side) -> {
              if (!SIDES.contains(side.text())) {
                reading.fault(side.at(), side.where(), Part.notOneOf(side.text(), SIDES));
              } else if (!number.matches("[1-9][0-9]{0,2}")) {
                reading.fault(
                    side.at(), side.where(), "'%s' is not an antenna number".formatted(number));
              } else if (device.isPresent()
                  && !device.get().antennas().containsKey(Integer.parseInt(number))) {
                reading.fault(
                    side.at(),
                    side.where(),
                    "'%s' has no antenna %s; it has %s"
                        .formatted(name, number, device.get().antennas().keySet()));
              } else {
                into.add(
                    new Site.Feed(
                        name,
                        Integer.parseInt(number),
                        SiteDevice.Side.valueOf(side.text().toUpperCase(Locale.ROOT))));
              }
            });
  }

  private ReadRules rules(Part part, boolean portal) {
    ReadRules.Preset usual = portal ? ReadRules.Preset.PORTAL : ReadRules.Preset.HEAD;
    ReadRules.Smoothing smoothing =
        part.isMapping("smoothing")
            ? part.part("smoothing").map(times -> smoothing(times, usual)).orElseThrow()
            : smoothing(preset(part, "smoothing", usual));
    ReadRules.Eyes eyes = part.part("eye_rules").map(this::eyeRules).orElse(NO_EYE_RULES);
    if (part.has("eye_rules") && !portal) {
      part.fault("eye_rules", "there are no eyes here; write 'eyes: {outer: …, inner: …}'");
    }
    ReadRules.Lines lines =
        part.part("line_order")
            .map(this::lines)
            .orElse(new ReadRules.Lines(OptionalInt.empty(), Optional.empty(), false));
    return new ReadRules(
        smoothing,
        eyes,
        lines,
        strength(part),
        tags(part),
        neighbours(part),
        part.whole("most_tags", 1, MOST_TAGS));
  }

  private static final ReadRules.Eyes NO_EYE_RULES =
      new ReadRules.Eyes(Optional.empty(), Optional.empty(), Optional.empty());

  public static ReadRules.Preset preset(Part part, String key, ReadRules.Preset usual) {
    return part.word(key, PRESETS)
        .map(word -> ReadRules.Preset.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(usual);
  }

  private static ReadRules.Smoothing smoothing(ReadRules.Preset preset) {
    return new ReadRules.Smoothing(
        preset, Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
  }

  private static ReadRules.Smoothing smoothing(Part part, ReadRules.Preset usual) {
    ReadRules.Smoothing times =
        new ReadRules.Smoothing(
            preset(part, "like", usual),
            part.duration("glimpsed_for"),
            part.whole("observed_reads", 1, MOST_READS),
            part.duration("observed_time"),
            part.duration("lost_after"));
    part.done();
    return times;
  }

  private ReadRules.Eyes eyeRules(Part part) {
    ReadRules.Eyes rules =
        new ReadRules.Eyes(
            part.duration("pass_within"), part.duration("slack"), part.duration("standing_after"));
    part.done();
    return rules;
  }

  private ReadRules.Lines lines(Part part) {
    ReadRules.Lines lines =
        new ReadRules.Lines(
            part.whole("least_reads", 1, MOST_READS),
            part.duration("least_time"),
            part.flag("must"));
    part.done();
    return lines;
  }

  private ReadRules.Strength strength(Part part) {
    return new ReadRules.Strength(
        part.whole("least_rssi_dbm", WEAKEST_DBM, 0),
        part.whole("least_reads", 1, MOST_READS),
        number(part, "margin_db", 0, LARGEST_MARGIN_DB),
        number(part, "sure_dbm", WEAKEST_DBM, 0),
        number(part, "rise_db", 0, LARGEST_MARGIN_DB));
  }

  private static OptionalDouble number(Part part, String key, double least, double most) {
    return part.number(key, least, most).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private ReadRules.Tags tags(Part part) {
    List<Part.Item> statics = part.texts("static_tags");
    for (Part.Item tag : statics) {
      if (!tag.text().matches("([0-9A-Fa-f]{4}){1,31}")) {
        reading.fault(tag.at(), tag.where(), "'%s' is no EPC in hex".formatted(tag.text()));
      }
    }
    return new ReadRules.Tags(
        statics.stream().map(item -> item.text().toUpperCase(Locale.ROOT)).toList(),
        part.whole("static_after_passes", 1, MOST_READS),
        patterns(reading, part.texts("epcs")),
        patterns(reading, part.texts("not_epcs")),
        part.whole("doubtful_reads", 1, MOST_READS),
        part.flag("only_expected"),
        part.duration("not_again_within"));
  }

  public static List<String> patterns(Reading reading, List<Part.Item> items) {
    List<String> patterns = new ArrayList<>();
    for (Part.Item item : items) {
      try {
        patterns.add(new EpcPattern(item.text()).text());
      } catch (IllegalArgumentException e) {
        reading.fault(item.at(), item.where(), String.valueOf(e.getMessage()));
      }
    }
    return patterns;
  }

  private List<String> neighbours(Part part) {
    List<Part.Item> neighbours = part.texts("neighbours");
    for (Part.Item neighbour : neighbours) {
      reading.use(Kind.READ_POINT, neighbour.text(), neighbour.at(), neighbour.where());
      if (part.where().endsWith("." + neighbour.text())) {
        reading.fault(neighbour.at(), neighbour.where(), "a read point is not its own neighbour");
      }
    }
    return neighbours.stream().map(Part.Item::text).toList();
  }

  private Optional<String> name(Part part, String key, Kind kind, String example) {
    Optional<String> name = part.text(key, example);
    name.ifPresent(text -> reading.use(kind, text, part.at(key), part.way(key)));
    return name;
  }
}
