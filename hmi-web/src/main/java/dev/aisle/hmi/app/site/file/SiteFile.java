package dev.aisle.hmi.app.site.file;

import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import dev.aisle.hmi.app.site.ReadCycle;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteBroker;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.SiteFault;
import dev.aisle.hmi.app.site.device.DeviceReader;
import dev.aisle.hmi.app.site.fleet.BrokerReader;
import dev.aisle.hmi.app.site.fleet.FleetReader;
import dev.aisle.hmi.app.site.floor.FloorReader;
import dev.aisle.hmi.app.site.floor.LiftReader;
import dev.aisle.hmi.app.site.floor.PlaceReader;
import dev.aisle.hmi.app.site.floor.RoadmapRules;
import dev.aisle.hmi.app.site.readpoint.ReadCycleReader;
import dev.aisle.hmi.app.site.readpoint.ReadPointReader;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Reads {@code site.yaml} and finds all mistakes in it at once. */
public final class SiteFile {
  private static final Set<String> PUT_AWAY =
      new LinkedHashSet<>(List.of("owner-zone", "heaviest-low", "nearest-free"));

  private static final int MOST_MB = 100_000;
  private static final int MOST_RUNS = 100;
  private static final int MOST_PARCELS = 1_000;

  /** A floor of ten thousand nodes stays below. */
  static final int MAX_CHARACTERS = 8 * 1024 * 1024;

  /**
   * What came of reading.
   *
   * @param site present when there is no fault
   * @param faults in the order of the file
   */
  public record Result(Optional<Site> site, List<SiteFault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }

    static Result broken(int line, int column, String message) {
      return new Result(
          Optional.empty(),
          List.of(
              new SiteFault(
                  Site.FILE, line, column, "", FaultReason.of(FaultKind.WRONG), message)));
    }
  }

  private SiteFile() {}

  /** Reads the site in that folder; values <code>${NAME}</code> come from the environment. */
  public static Result read(Path folder) {
    return read(folder, System::getenv);
  }

  public static Result read(Path folder, Function<String, @Nullable String> environment) {
    Path file = Files.isDirectory(folder) ? folder.resolve(Site.FILE) : folder;
    try {
      return SiteBook.open(folder, environment).read();
    } catch (NoSuchFileException e) {
      return Result.broken(1, 1, "there is no file %s".formatted(file));
    } catch (MalformedInputException e) {
      return Result.broken(1, 1, "the file is not UTF-8 text");
    } catch (IOException e) {
      return Result.broken(1, 1, "the file cannot be read: %s".formatted(e.getMessage()));
    }
  }

  static String textOf(Path file) throws IOException {
    if (Files.size(file) > MAX_CHARACTERS) {
      throw new IOException("it is larger than %d bytes".formatted(MAX_CHARACTERS));
    }
    return Files.readString(file);
  }

  /** Reads the text of a site file that nothing was changed in. */
  public static Result parse(String text, Function<String, @Nullable String> environment) {
    return parse(text, "", Path.of("").toAbsolutePath(), environment);
  }

  /**
   * Reads the text of a site file, with the devices that were changed since.
   *
   * @param changes text of {@code devices.yaml}; empty when there is none
   * @param folder where the files that it names are
   */
  public static Result parse(
      String text, String changes, Path folder, Function<String, @Nullable String> environment) {
    Optional<SiteFault> noYaml = noYaml(Site.FILE, text).or(() -> noYaml(Site.CHANGES, changes));
    if (noYaml.isPresent()) {
      return new Result(Optional.empty(), List.of(noYaml.get()));
    }
    Node root = compose(text);
    if (root == null) {
      return Result.broken(1, 1, "the file is empty");
    }
    Reading reading = new Reading(folder, environment);
    Map<String, NodeTuple> changed = changes(changes, reading);
    Part whole = new Part(reading, "", root.getStartMark(), DeviceNodes.join(root, changed));
    Site site = site(whole, onceFed(root, changed), changed::containsKey);
    reading.checkUses();
    if (reading.faults().stream().noneMatch(SiteFile::concernsTraffic)) {
      RoadmapRules.check(site, whole.at("floor"), reading);
    }
    List<SiteFault> faults = reading.faults();
    return new Result(faults.isEmpty() ? Optional.of(site) : Optional.empty(), faults);
  }

  private static Optional<SiteFault> noYaml(String file, String text) {
    try {
      var unused = compose(text);
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      Mark at = e.getProblemMark();
      return Optional.of(
          new SiteFault(
              file,
              at == null ? 1 : at.getLine() + 1,
              at == null ? 1 : at.getColumn() + 1,
              "",
              FaultReason.of(FaultKind.NO_YAML),
              "this is no YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      return Optional.of(
          new SiteFault(
              file,
              1,
              1,
              "",
              FaultReason.of(FaultKind.NO_YAML),
              "this is no YAML: " + e.getMessage()));
    }
  }

  /** Null when there is nothing in the text. */
  public static @Nullable Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    return new Yaml(options).compose(new StringReader(text));
  }

  private static Map<String, NodeTuple> changes(String text, Reading reading) {
    Node root = compose(text);
    if (root == null) {
      return Map.of();
    }
    Node named = DeviceNodes.named(root);
    Part part = new Part(reading, "", named.getStartMark(), named);
    part.parts(
        DeviceNodes.KEY,
        (name, entry) -> {
          if (entry.readable() && entry.has(DeviceNodes.REMOVED)) {
            entry.flag(DeviceNodes.REMOVED);
            entry.done();
          }
        });
    part.done();
    return DeviceNodes.of(named);
  }

  /** Whether a device that was changed or taken away fed a read point; that one may be idle now. */
  private static Predicate<String> onceFed(Node root, Map<String, NodeTuple> changed) {
    Set<String> words = new HashSet<>();
    DeviceNodes.of(root)
        .forEach(
            (name, tuple) -> {
              if (changed.containsKey(name)) {
                DeviceNodes.words(tuple.getValueNode(), words);
              }
            });
    return words::contains;
  }

  private static boolean concernsTraffic(SiteFault fault) {
    return fault.where().startsWith("floor") || fault.where().startsWith("vehicles");
  }

  private static Site site(Part part, Predicate<String> onceFed, Predicate<String> changedDevice) {
    String id = part.text("site", "demo-dc").orElse("");
    if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      part.fault("site", "'%s' may only have small letters, digits and -".formatted(id));
    }
    ZoneId timezone =
        part.text("timezone", "Asia/Shanghai")
            .flatMap(name -> zone(part, name))
            .orElse(ZoneId.of("UTC"));
    String prefix = part.part("gs1").map(SiteFile::companyPrefix).orElse("");
    if (!part.has("gs1")) {
      part.missing("gs1", "{company_prefix: \"9521141\"}");
    }
    long seed = part.part("simulation").map(SiteFile::seed).orElse(1L);
    Site.Floor floor = FloorReader.read(part);
    List<Site.Vehicle> vehicles = FleetReader.read(part);
    DeviceReader deviceReader = new DeviceReader(part.reading());
    List<SiteDevice> devices = deviceReader.read(part);
    LiftReader.check(floor, devices, part.reading());
    ReadPointReader reads =
        new ReadPointReader(
            part.reading(), onceFed.or(deviceReader.fed()::contains), devices, changedDevice);
    List<Site.ReadPoint> readPoints = reads.readPoints(part);
    List<ReadCycle> readCycles = new ReadCycleReader(part.reading()).cycles(part);
    Optional<Site.Recording> recording = part.part("recording").map(SiteFile::recording);
    PlaceReader places = new PlaceReader(part.reading());
    List<Site.Station> stations = places.stations(part);
    List<Site.Door> doors = places.doors(part);
    Site.Policies policies = part.part("policies").map(SiteFile::policies).orElse(usual());
    Optional<Site.DatabaseServer> database = part.part("database").flatMap(SiteFile::database);
    Optional<SiteBroker> broker =
        part.part("broker").flatMap(it -> BrokerReader.read(it, Clock.systemUTC()));
    part.done();
    return new Site(
        id,
        timezone,
        prefix,
        seed,
        floor,
        vehicles,
        devices,
        readPoints,
        stations,
        doors,
        policies,
        database,
        broker,
        readCycles,
        recording);
  }

  private static Site.Recording recording(Part part) {
    int file = part.whole("file_mb", 1, MOST_MB).orElse(16);
    int keep = part.whole("keep_mb", 1, MOST_MB).orElse(512);
    int runs = part.whole("runs", 1, MOST_RUNS).orElse(3);
    part.done();
    if (keep < file) {
      part.fault("keep_mb", "%d is less than one file of %d MB".formatted(keep, file));
    }
    return new Site.Recording(file, keep, runs);
  }

  private static Optional<ZoneId> zone(Part part, String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      part.fault("timezone", "'%s' is no time zone, such as Asia/Shanghai".formatted(name));
      return Optional.empty();
    }
  }

  /**
   * GS1 company prefixes have 6 to 12 digits where an SSCC is made of them (GS1 General
   * Specifications 1.4.4).
   */
  private static String companyPrefix(Part part) {
    String prefix = part.text("company_prefix", "\"9521141\"").orElse("");
    if (!prefix.isEmpty() && !prefix.matches("[0-9]{6,12}")) {
      part.fault("company_prefix", "must be 6 to 12 digits in quotes");
    }
    part.done();
    return prefix;
  }

  private static long seed(Part part) {
    OptionalInt seed = part.whole("seed", 0, Integer.MAX_VALUE);
    part.done();
    return seed.orElse(1);
  }

  private static Site.Policies usual() {
    return new Site.Policies(List.copyOf(PUT_AWAY), new Site.Charging(25, 80), 40);
  }

  private static Site.Policies policies(Part part) {
    List<String> putAway = new ArrayList<>();
    for (Part.Item rule : part.texts("put_away")) {
      if (PUT_AWAY.contains(rule.text())) {
        putAway.add(rule.text());
      } else {
        part.reading()
            .fault(
                rule.at(),
                rule.where(),
                Part.noneOf(rule.text(), PUT_AWAY),
                Part.notOneOf(rule.text(), PUT_AWAY));
      }
    }
    Site.Charging charging =
        part.part("charging").map(SiteFile::charging).orElse(usual().charging());
    int parcels =
        part.whole("parcels_per_truck", 1, MOST_PARCELS).orElse(usual().parcelsPerTruck());
    part.done();
    return new Site.Policies(putAway.isEmpty() ? usual().putAway() : putAway, charging, parcels);
  }

  private static Site.Charging charging(Part part) {
    int go = part.whole("go_at_percent", 1, 99).orElse(usual().charging().goAtPercent());
    int leave = part.whole("leave_at_percent", 1, 100).orElse(usual().charging().leaveAtPercent());
    part.done();
    if (leave <= go) {
      part.fault("leave_at_percent", "%d is not above go_at_percent %d".formatted(leave, go));
    }
    return new Site.Charging(go, leave);
  }

  private static Optional<Site.DatabaseServer> database(Part part) {
    Optional<String> url = part.text("url", "jdbc:postgresql://db.example:5432/aisle");
    Optional<String> user = part.text("user", "aisle");
    Optional<String> password = part.text("password", "${AISLE_DB_PASSWORD}");
    part.done();
    url.filter(text -> !text.isEmpty() && !text.startsWith("jdbc:postgresql:"))
        .ifPresent(text -> part.fault("url", "must start with jdbc:postgresql:"));
    return url.flatMap(u -> user.flatMap(n -> password.map(p -> new Site.DatabaseServer(u, n, p))));
  }
}
