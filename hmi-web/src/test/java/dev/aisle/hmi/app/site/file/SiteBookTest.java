package dev.aisle.hmi.app.site.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.modbus.HeadProfiles;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.SiteFault;
import dev.aisle.hmi.app.site.device.DeviceEntry;
import dev.aisle.hmi.app.site.device.DriverForms;
import dev.aisle.hmi.testing.SiteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteBookTest {
  private static final String SITE =
      SiteText.HEAD
          + """
      floor:
        nodes:
          D1: {at_m: [0, 0], is: dock}
          L1: {at_m: [0, 2]}
          L2: {at_m: [4, 2]}
          C1: {at_m: [4, 0], is: charger}
        lanes:
          - {between: [L1, L2]}
          - {between: [L1, D1], speed_mps: 0.6}
          - {between: [L2, C1], speed_mps: 0.6}
      devices:
        reader-D1: {driver: rfid-bb, port: "${PORT:/dev/ttyUSB0}", antennas: {1: D1-portal}, simulated: true}
        plc-1: {driver: modbus-tcp, address: "10.0.0.7:502", points: {D1.eye: input 1}}
      read_points:
        D1-portal: {location: D1, step: receiving}
      """;

  @TempDir Path folder;

  private SiteBook book() throws IOException {
    Files.writeString(folder.resolve(Site.FILE), SITE);
    return SiteBook.open(folder, name -> null);
  }

  private static DeviceEntry entry(String name, String driver, Map<String, String> settings) {
    return new DeviceEntry(name, driver, settings, DeviceEntry.Origin.ADDED);
  }

  @Test
  void aChangedDeviceStandsForTheOneInTheSiteFileAfterARestartToo() throws IOException {
    SiteBook book = book();
    DeviceEntry before = book.entry("reader-D1").orElseThrow();
    assertThat(before.origin()).isEqualTo(DeviceEntry.Origin.SITE);
    assertThat(before.settings()).containsEntry("port", "${PORT:/dev/ttyUSB0}");
    SiteBook.Change change =
        book.put(
            before.with("simulated", "").with("port", "10.1.1.1:4001"), site -> true, site -> {});
    assertThat(change).isInstanceOf(SiteBook.Change.Made.class);

    SiteBook again = SiteBook.open(folder, name -> null);
    Site site = again.read().site().orElseThrow();
    assertThat(site.device("reader-D1").orElseThrow().simulated()).isFalse();
    assertThat(site.device("reader-D1").orElseThrow().address()).hasValue("10.1.1.1:4001");
    assertThat(site.devices()).extracting(SiteDevice::name).containsExactly("reader-D1", "plc-1");
    assertThat(again.entry("reader-D1").orElseThrow().origin())
        .isEqualTo(DeviceEntry.Origin.CHANGED);
    assertThat(Files.readString(folder.resolve(Site.FILE))).isEqualTo(SITE);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void anAddedDeviceWithMappingsIsReadBackAsItWasTyped() throws IOException {
    SiteBook book = book();
    String antennas = "1: D1-portal\n2: {read_point: D1-portal, side: inner, power_dbm: 20}";
    book.put(
        entry("reader-9", "rfid-a0", Map.of("port", "/dev/ttyS9", "antennas", antennas)),
        site -> true,
        site -> {});
    Site site = SiteBook.open(folder, name -> null).read().site().orElseThrow();
    SiteDevice reader = site.device("reader-9").orElseThrow();
    assertThat(reader.antennas().get(2).side()).isEqualTo(SiteDevice.Side.INNER);
    assertThat(reader.antennas().get(2).powerDbm()).hasValue(20);
    assertThat(site.feeds("D1-portal")).hasSize(3);
    assertThat(book.entry("reader-9").orElseThrow().settings().get("antennas"))
        .contains("1: D1-portal")
        .contains("side: inner");
  }

  @Test
  void aRemovedDeviceIsGoneThoughTheSiteFileStillHasIt() throws IOException {
    SiteBook book = book();
    assertThat(book.remove("reader-D1", site -> {})).isInstanceOf(SiteBook.Change.Made.class);
    Site site = SiteBook.open(folder, name -> null).read().site().orElseThrow();
    assertThat(site.devices()).extracting(SiteDevice::name).containsExactly("plc-1");
    assertThat(site.feeds("D1-portal")).isEmpty();
    assertThat(book.remove("reader-D1", s -> {})).isInstanceOf(SiteBook.Change.NoSuchDevice.class);
  }

  @Test
  void aMistakeChangesNothingAndNamesTheSetting() throws IOException {
    SiteBook book = book();
    SiteBook.Change change =
        book.put(
            entry("reader-9", "rfid-bb", Map.of("port", "somewhere", "antennas", "1: nowhere")),
            site -> true,
            site -> {
              throw new AssertionError("it took effect");
            });
    assertThat(((SiteBook.Change.Mistakes) change).faults())
        .extracting(fault -> fault.file() + " " + fault.where() + ": " + fault.message())
        .containsExactlyInAnyOrder(
            "devices.yaml devices.reader-9.port: 'somewhere' is no serial path or host:port",
            "devices.yaml devices.reader-9.antennas.1: there is no read point 'nowhere'");
    assertThat(folder.resolve(Site.CHANGES)).doesNotExist();
    assertThat(book.entry("reader-9")).isEmpty();
  }

  @Test
  void aSettingThatIsNoYamlIsAMistakeOfThatSetting() throws IOException {
    SiteBook.Change change =
        book()
            .put(
                entry("r", "rfid-bb", Map.of("port", "/dev/x", "antennas", "{1: D1-portal")),
                site -> true,
                site -> {});
    assertThat(((SiteBook.Change.Mistakes) change).faults())
        .extracting(SiteFault::where)
        .containsExactly("devices.r.antennas");
  }

  @Test
  void aProfileOfOnesOwnLiesBesideTheSiteFileWhereverTheProgramWasStarted() throws IOException {
    String head =
        "  head-1: {driver: rfid-modbus, address: \"10.0.0.8:502\", unit: 255, profile: own.yaml,"
            + " read_point: D1-portal}\n";
    Files.writeString(
        folder.resolve(Site.FILE), SITE.replace("read_points:", head + "read_points:"));
    assertThat(SiteFile.read(folder).faults())
        .extracting(SiteFault::message)
        .containsExactly("the file 'own.yaml' cannot be read");
    try (var shipped = HeadProfiles.class.getResourceAsStream("aisle-head.yaml")) {
      Files.write(folder.resolve("own.yaml"), Objects.requireNonNull(shipped).readAllBytes());
    }
    assertThat(SiteFile.read(folder).faults()).isEmpty();
  }

  @Test
  void mistakesOfBothFilesAreReportedTogetherEachWithItsLine() throws IOException {
    Files.writeString(folder.resolve(Site.FILE), SITE.replace("is: charger", "is: chager"));
    Files.writeString(
        folder.resolve(Site.CHANGES),
        """
        devices:
          reader-D1:
            driver: rfid-bb
            port: /dev/ttyUSB0
            antennas: {1: D1-portal}
            powr_dbm: 20
          plc-1: {removed: true, driver: modbus-tcp}
        """);
    assertThat(SiteFile.read(folder).faults())
        .extracting(fault -> fault.file() + ":" + fault.line() + " " + fault.message())
        .anyMatch(text -> text.startsWith("site.yaml:9 'chager' is none of"))
        .anyMatch(text -> text.startsWith("devices.yaml:6 unknown key 'powr_dbm'"))
        .anyMatch(text -> text.startsWith("devices.yaml:7 unknown key 'driver'"))
        .hasSize(3);
  }

  @Test
  void everySettingOfAFormIsOneThatTheSiteFileKnows() throws IOException {
    for (var form : DriverForms.ALL) {
      for (var setting : form.settings()) {
        SiteBook.Change change =
            book()
                .put(
                    entry("x", form.driver(), Map.of("mode", "rtu"))
                        .with(setting.key(), setting.key().equals("mode") ? "rtu" : "?"),
                    site -> true,
                    site -> {});
        if (change instanceof SiteBook.Change.Mistakes mistakes) {
          assertThat(mistakes.faults())
              .as("%s %s", form.driver(), setting.key())
              .noneMatch(
                  fault -> fault.message().startsWith("unknown key '%s'".formatted(setting.key())));
        }
      }
    }
  }
}
