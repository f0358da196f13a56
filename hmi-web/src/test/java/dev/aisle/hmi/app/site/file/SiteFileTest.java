package dev.aisle.hmi.app.site.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.StatedCapabilities;
import dev.aisle.device.agv.vda5050.Dialect.InstantActionsKey;
import dev.aisle.device.agv.vda5050.DialectOverrides;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteFault;
import dev.aisle.hmi.testing.DemoSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFileTest {
  private static final String SMALL =
      """
      site: small
      timezone: Asia/Shanghai
      gs1: {company_prefix: "9521141"}
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
      vehicles:
        AGV-01: {driver: vda5050, version: 2.1.0, manufacturer: acme, serial: "1", length_mm: 1200, width_mm: 800, parks_at: C1}
      """;

  @Test
  void theDemonstrationSiteHasNoMistake() {
    SiteFile.Result result = SiteFile.parse(DemoSite.text(), name -> null);
    assertThat(result.faults()).isEmpty();
    Site site = result.site().orElseThrow();
    assertThat(site.nodes(Site.NodeUse.SLOT)).hasSize(48);
    assertThat(site.vehicles()).hasSize(6).allMatch(Site.Vehicle::simulated);
    assertThat(site.devices()).hasSize(13);
    assertThat(site.readPoints()).hasSize(8);
    assertThat(site.doors()).hasSize(4);
    assertThat(site.simulated()).isTrue();
  }

  @Test
  void tenMistakesAreReportedTogetherEachWithItsLine() {
    SiteFile.Result result = SiteFile.parse(resource("/sites/ten-mistakes.yaml"), name -> null);
    assertThat(result.site()).isEmpty();
    assertThat(result.faults())
        .extracting(fault -> fault.line() + " " + fault.message())
        .containsExactly(
            "2 'Asia/Shangai' is no time zone, such as Asia/Shanghai",
            "6 'dok' is none of lane, dock, ship-dock, slot, pick, pack, charger, parking; did you"
                + " mean 'dock'?",
            "9 'B' is given twice, first in line 8",
            "12 'fast' is not a number",
            "13 there is no node 'Z9'",
            "15 unknown key 'speed' (known here: from, to, between, along, speed_mps, backwards, heading_deg, speed_mps_of, only, corridor, via_m, curve_m, door)",
            "24 'A' is a lane node, it must be a charger or parking",
            "28 the environment has no value for ${AISLE_TEST_NO_SUCH_PORT}",
            "31 'soon' is not a time, such as '30 s' or '5 min'",
            "33 25 is not above go_at_percent 80");
  }

  @Test
  void valuesComeFromTheEnvironmentOrFromTheirDefault() {
    String text =
        SMALL
            + """
            devices:
              r1: {driver: rfid-bb, port: "${PORT_1}", antennas: {1: in}}
              plc: {driver: modbus-tcp, address: "${PLC:10.0.0.7:502}"}
            read_points:
              in: {location: D1, step: receiving}
            """;
    Site site = SiteFile.parse(text, Map.of("PORT_1", "/dev/ttyUSB7")::get).site().orElseThrow();
    assertThat(site.device("r1").orElseThrow().address()).hasValue("/dev/ttyUSB7");
    assertThat(site.device("plc").orElseThrow().address()).hasValue("10.0.0.7:502");
  }

  @Test
  void aVehiclesProtocolIsWhatTheSiteFileSaysAndTheRestIsLeftToTheVehicle() {
    Site.Vehicle plain = vehicle("parks_at: C1");
    assertThat(plain.profile().version()).isEmpty();
    assertThat(plain.profile().dialect()).isEqualTo(DialectOverrides.NONE);
    assertThat(plain.profile().stated()).isEqualTo(StatedCapabilities.NOTHING);
    Site.Vehicle odd =
        vehicle(
            """
            parks_at: C1, version: 2.0.0,
                dialect: {instant_actions: instantActions, deviation: both, connection_qos: 0},
                actions: [pick, drop], limits: {nodes_per_order: 12, order_every_s: 0.5}
            """);
    assertThat(odd.profile().version()).contains(Version.V2_0);
    assertThat(odd.profile().dialect().instantActions())
        .contains(InstantActionsKey.INSTANT_ACTIONS);
    assertThat(odd.profile().dialect().connectionQos()).hasValue(0);
    assertThat(odd.profile().dialect().stitchingActions()).isEmpty();
    assertThat(odd.profile().stated())
        .isEqualTo(
            new StatedCapabilities(
                Map.of("order.nodes", 12, "order.edges", 11),
                Set.of("pick", "drop"),
                Optional.of(0.5)));
  }

  private static Site.Vehicle vehicle(String rest) {
    String text = SMALL.replace("version: 2.1.0, ", "").replace("parks_at: C1", rest.strip());
    return SiteFile.parse(text, name -> null).site().orElseThrow().vehicles().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          version: 1.1.0                            | '1.1.0' is none of 2.0.0, 2.1.0, 3.0.0
          dialect: {deviation: XY}                  | 'XY' is none of allowedDeviationXY
          dialect: {instant_action: both}           | unknown key 'instant_action'
          limits: {nodes_per_order: 1}              | nodes_per_order
          """)
  void aMistakeInAVehiclesProtocolIsSaid(String key, String expected) {
    String text =
        SMALL.replace("version: 2.1.0, ", "").replace("parks_at: C1", "parks_at: C1, " + key);
    assertThat(SiteFile.parse(text, name -> null).faults())
        .anySatisfy(fault -> assertThat(fault.toString()).contains(expected));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          vehicles: [AGV-01]                               | vehicles: must be 'key: value' lines
          stations: {S1: {at: L1, does: receive}}          | stations.S1.at: 'L1' is a lane node
          stations: {S1: {at: D1, does: pack}}             | stations.S1: 'packs_to' is missing
          stations: {S1: {at: D1, does: dance}}            | 'dance' is none of receive, pick, pack, load
          devices: {r: {driver: rfid-xx}}                  | 'rfid-xx' is none of rfid-a0, rfid-bb
          devices: {r: {driver: rfid-bb, antennas: {1: a}}} | devices.r: 'port' is missing
          devices: {p: {driver: modbus-tcp, address: here}} | 'here' is no host:port
          devices: {p: {driver: modbus-tcp, address: "h:1", points: {a: coil 1, b: coil 1}}} | 'coil 1' is already the place of 'a'
          read_points: {a: {location: D1, step: receiving}} | no antenna of any device feeds this read point
          doors: {D1: {open: a, is_open: b, is_closed: c}} | there is no point 'a'
          database: {url: "mysql://x", user: a, password: b} | must start with jdbc:postgresql:
          policies: {put_away: [nearest-fre]}              | did you mean 'nearest-free'?
          """)
  void aMistakeIsSaidInOneLine(String addition, String expected) {
    SiteFile.Result result = SiteFile.parse(withoutKeyOf(addition) + addition + "\n", name -> null);
    assertThat(result.site()).isEmpty();
    assertThat(result.faults())
        .anySatisfy(fault -> assertThat(fault.toString()).contains(expected));
  }

  @Test
  void aFileThatIsNoYamlIsRefusedAtTheLineOfTheTrouble() {
    List<SiteFault> faults = SiteFile.parse("site: a\nfloor: {nodes: [\n", name -> null).faults();
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().message()).startsWith("this is no YAML");
    assertThat(faults.getFirst().line()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertThat(SiteFile.parse("", name -> null).faults())
        .extracting(SiteFault::message)
        .containsExactly("the file is empty");
  }

  private static String withoutKeyOf(String addition) {
    return addition.startsWith("vehicles") ? SMALL.substring(0, SMALL.indexOf("vehicles:")) : SMALL;
  }

  private static String resource(String name) {
    try (var in = SiteFileTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
