package dev.aisle.hmi.app.command;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.hmi.bridge.device.UhfSettingsWords;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The one reader that a bench command works with, as it was typed. */
final class BenchReader {
  /** Options that say which reader. */
  static final Set<String> OPTIONS =
      Set.of("--site", "--reader", "--port", "--driver", "--baud", "--power", "--antennas");

  private static final double SLOWEST_BAUD = 1200;
  private static final double FASTEST_BAUD = 3_000_000;
  private static final double MOST_DBM = 33;
  private static final int CENTI = 100;
  private static final int LOOK_EVERY_MS = 20;

  private BenchReader() {}

  /** Not opened yet. */
  static UhfReader from(Words options) {
    if (options.text("--site").isPresent() == options.text("--port").isPresent()) {
      throw new Misused(
          "Say which reader: --site DIR --reader NAME, or --port PORT --driver NAME.");
    }
    return options.text("--site").isPresent() ? ofSite(options) : atPort(options);
  }

  private static UhfReader ofSite(Words options) {
    String name =
        options.text("--reader").orElseThrow(() -> new Misused("--site needs --reader NAME."));
    Path folder = Path.of(options.text("--site").orElseThrow());
    Site site =
        SiteFile.read(folder)
            .site()
            .orElseThrow(
                () ->
                    new CannotStart(
                        "The site has mistakes; try 'aisle check-site %s'.".formatted(folder)));
    SiteDevice.UhfReader entry =
        site.devices().stream()
            .filter(device -> device.name().equals(name))
            .filter(SiteDevice.UhfReader.class::isInstance)
            .map(SiteDevice.UhfReader.class::cast)
            .findFirst()
            .orElseThrow(() -> new Misused("The site has no UHF reader '%s'.".formatted(name)));
    String address =
        entry
            .address()
            .orElseThrow(
                () ->
                    new CannotStart(
                        "%s is simulated; it has a port only while the site runs."
                            .formatted(name)));
    UhfDialect<?> dialect = dialect(entry.driver());
    UhfReader reader =
        new UhfReader(
            name,
            ByteLink.to(address, entry.baud().orElse(dialect.usualBaud())),
            dialect,
            UhfSettingsWords.of(entry),
            Clock.systemUTC());
    entry.expectsSerial().ifPresent(reader::expectSerial);
    return reader;
  }

  private static UhfReader atPort(Words options) {
    String port = options.text("--port").orElseThrow();
    UhfDialect<?> dialect =
        dialect(
            options
                .text("--driver")
                .orElseThrow(() -> new Misused("--port needs --driver %s.".formatted(drivers()))));
    int baud =
        options
            .number("--baud", SLOWEST_BAUD, FASTEST_BAUD)
            .map(Double::intValue)
            .orElse(dialect.usualBaud());
    OptionalInt power =
        options
            .number("--power", 0, MOST_DBM)
            .map(dbm -> OptionalInt.of((int) Math.round(dbm * CENTI)))
            .orElse(OptionalInt.empty());
    return new UhfReader(
        options.text("--reader").orElse(port),
        ByteLink.to(port, baud),
        dialect,
        settings(power, antennas(options.text("--antennas").orElse(""))),
        Clock.systemUTC());
  }

  private static UhfSettings settings(OptionalInt powerCentiDbm, List<Integer> antennas) {
    return new UhfSettings(
        OptionalInt.empty(), Optional.empty(), powerCentiDbm, Map.of(), antennas, Optional.empty());
  }

  private static List<Integer> antennas(String written) {
    if (!written.matches("([1-9][0-9]?(,[1-9][0-9]?)*)?")) {
      throw new Misused("--antennas takes numbers like 1,2, not '%s'.".formatted(written));
    }
    return Arrays.stream(written.split(","))
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  private static UhfDialect<?> dialect(String driver) {
    return UhfMakes.ofDriver(driver)
        .orElseThrow(
            () -> new Misused("--driver takes %s, not '%s'.".formatted(drivers(), driver)));
  }

  private static String drivers() {
    return String.join(", ", UhfMakes.drivers());
  }

  /** Opens it and waits until it reads; a reader that does not is why the command cannot start. */
  static void await(UhfReader reader, Duration atMost) throws InterruptedException {
    reader.open();
    long start = System.nanoTime();
    DeviceHealth health = reader.health();
    while (health.link() != LinkState.UP) {
      if (health.link() == LinkState.DOWN || System.nanoTime() - start > atMost.toNanos()) {
        throw new CannotStart(
            "%s: %s.".formatted(reader.name(), health.trouble().orElse("no answer")));
      }
      Thread.sleep(LOOK_EVERY_MS);
      health = reader.health();
    }
  }
}
