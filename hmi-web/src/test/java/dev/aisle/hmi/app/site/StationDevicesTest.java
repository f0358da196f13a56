package dev.aisle.hmi.app.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aisle.device.barcode.ScannerSettings;
import dev.aisle.hmi.app.site.file.SiteFile;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scales, scanners and printers in the site file. */
class StationDevicesTest {
  private static final String SITE =
      """
      site: small
      timezone: Asia/Shanghai
      gs1: {company_prefix: "9521141"}
      floor:
        nodes:
          P1: {at_m: [0, 0], is: pick}
          K1: {at_m: [4, 4], is: pack}
          L1: {at_m: [0, 2]}
          L2: {at_m: [4, 2]}
        lanes:
          - {between: [L1, L2]}
          - {between: [L1, P1], speed_mps: 0.6}
          - {between: [L2, K1], speed_mps: 0.6}
      stations:
        PICK-1: {at: P1, does: [pick, pack], packs_to: K1}
      devices:
      """;

  private static SiteFile.Result read(String... lines) {
    StringBuilder text = new StringBuilder(SITE);
    for (String line : lines) {
      text.append("  ").append(line).append('\n');
    }
    return SiteFile.parse(text.toString(), name -> null);
  }

  @Test
  void everyKindOfScaleScannerAndPrinterIsReadWithItsStation() {
    SiteFile.Result result =
        read(
            "sics: {driver: scale-serial, port: /dev/ttyUSB0, format: sics, station: PICK-1,"
                + " tolerance_percent: 2, tolerance_g: 20}",
            "own: {driver: scale-serial, port: 'host:4001', baud: 4800, format: pattern,"
                + " pattern: '(?<weight>[0-9.]+)(?<stable>S)', weight_unit: kg,"
                + " stale_after: 1.5 s}",
            "cell: {driver: scale-modbus, address: '10.0.0.9:502', unit: 3,"
                + " weight_kg: holding 0 float32, stable: holding 2 bit 0}",
            "gun: {driver: scanner-serial, port: /dev/serial/by-id/usb-Honeywell_1, suffix: etx,"
                + " charset: gb18030, station: PICK-1}",
            "zebra: {driver: printer-zpl, address: '10.0.0.8:9100', dpi: 300,"
                + " font: 'E:SIMSUN.TTF', language: zh, queue: 50, station: [PICK-1]}",
            "played: {driver: printer-zpl, simulated: true}");

    assertThat(result.faults()).isEmpty();
    Site site = result.site().orElseThrow();
    var sics = (StationDevice.SerialScale) site.device("sics").orElseThrow();
    assertThat(sics.stations()).containsExactly("PICK-1");
    assertThat(sics.tolerance().grams(500)).isEqualTo(20);
    assertThat(sics.tolerance().grams(5_000)).isEqualTo(100);
    var own = (StationDevice.SerialScale) site.device("own").orElseThrow();
    assertThat(own.baud()).isEqualTo(4800);
    assertThat(own.plan().staleAfter()).hasMillis(1500);
    var cell = (StationDevice.ModbusScale) site.device("cell").orElseThrow();
    assertThat(cell.plan().unit()).isEqualTo(3);
    var gun = (StationDevice.Scanner) site.device("gun").orElseThrow();
    assertThat(gun.settings().suffix()).isEqualTo(ScannerSettings.Suffix.ETX);
    assertThat(gun.settings().charset()).isEqualTo(Charset.forName("GB18030"));
    var zebra = (StationDevice.Printer) site.device("zebra").orElseThrow();
    assertThat(zebra.model().dpi()).isEqualTo(300);
    assertThat(zebra.queue()).isEqualTo(50);
    assertThat(site.simulated()).isTrue();
  }

  /** Otherwise a change of another device would open them anew. */
  @Test
  void theSameEntryReadTwiceIsTheSameDevice() {
    String scale = "s: {driver: scale-serial, port: /dev/ttyUSB0, format: toledo}";
    String cell =
        "c: {driver: scale-modbus, address: 'h:502', weight_g: holding 0 int32,"
            + " stable: holding 2 bit 0}";
    List<SiteDevice> first = read(scale, cell).site().orElseThrow().devices();
    assertThat(read(scale, cell).site().orElseThrow().devices()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a: {driver: scale-serial, format: sics}                                             | devices.a | 'port' is missing
          a: {driver: scale-serial, port: /dev/x}                                             | devices.a | 'format' is missing
          a: {driver: scale-serial, port: /dev/x, format: sic}                                | devices.a.format | did you mean 'sics'?
          a: {driver: scale-serial, port: /dev/x, format: pattern, pattern: '[0-9]'}          | devices.a.pattern | needs a group
          a: {driver: scale-serial, port: /dev/x, format: sics, weight_unit: stone}           | devices.a.weight_unit | 'stone' is none of
          a: {driver: scale-serial, port: /dev/x, format: sics, stale_after: 2 h}             | devices.a.stale_after | is not between
          a: {driver: scale-serial, port: /dev/x, format: sics, station: PICK-9}              | devices.a.station | there is no station 'PICK-9'
          a: {driver: scale-modbus, address: 'h:502', weight_g: holding x, stable: coil 1}    | devices.a.weight_g | holding x
          a: {driver: scale-modbus, address: 'h:502', weight_g: holding 0 int32}              | devices.a | 'stable' is missing
          a: {driver: scale-modbus, address: 'h:502', stable: coil 1}                         | devices.a | 'weight_g' is missing
          a: {driver: scanner-serial, port: /dev/x, suffix: crlf}                             | devices.a.suffix | is none of
          a: {driver: scanner-serial, port: 'no port'}                                        | devices.a.port | is no serial path or host:port
          a: {driver: printer-zpl, address: 'h:9100', dpi: 100}                               | devices.a.dpi | is none of
          a: {driver: printer-zpl, address: 'h:9100', font: simsun}                           | devices.a.font | no font of a printer
          a: {driver: printer-zpl, address: 'h:9100', queue: 0}                               | devices.a.queue | is not between
          a: {driver: printer-zpl, adress: 'h:9100'}                                          | devices.a.adress | unknown key
          """)
  void aMistakeNamesTheSettingAndItsLine(String entry, String where, String sentence) {
    SiteFile.Result result = read(entry);
    assertThat(result.site()).isEmpty();
    assertThat(result.faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.where()).isEqualTo(where);
              assertThat(fault.line()).isEqualTo(17);
              assertThat(fault.message()).contains(sentence);
            });
  }

  @Test
  void whatADriverRefusesIsSaidByAWordWithItsValues() {
    assertThat(
            read(
                    "a: {driver: modbus-tcp, address: 'h:502', points: {door: coil 3 x}}",
                    "b: {driver: scale-serial, port: /dev/x, format: pattern, pattern: '('}",
                    "c: {driver: rfid-bb, port: /dev/y, baud: 5, antennas: {2: D1}}")
                .faults())
        .extracting(
            fault -> fault.where() + " " + fault.reason().word(), fault -> fault.reason().values())
        .contains(
            tuple("devices.a.points.door point-word", Map.of("given", "x")),
            tuple("devices.b.pattern scale-pattern", Map.of("given", "(")),
            tuple(
                "devices.c.baud out-of-range",
                Map.of("given", "5", "least", "1200", "most", "921600")),
            tuple("devices.c.antennas no-such-antenna", Map.of("given", "2", "most", "1")));
  }

  @Test
  void aStationHasOneScaleAndOnePrinterButSeveralScanners() {
    SiteFile.Result result =
        read(
            "s1: {driver: scale-serial, format: sics, station: PICK-1, simulated: true}",
            "s2: {driver: scale-modbus, weight_g: holding 0 int32, stable: coil 0,"
                + " station: PICK-1, simulated: true}",
            "p1: {driver: printer-zpl, station: PICK-1, simulated: true}",
            "p2: {driver: printer-zpl, station: PICK-1, simulated: true}",
            "g1: {driver: scanner-serial, station: PICK-1, simulated: true}",
            "g2: {driver: scanner-serial, station: PICK-1, simulated: true}");
    assertThat(result.faults())
        .extracting(fault -> fault.line() + " " + fault.message())
        .containsExactly(
            "18 'PICK-1' has the scale 's1' already", "20 'PICK-1' has the printer 'p1' already");
  }
}
