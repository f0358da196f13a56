package dev.aisle.hmi.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.hmi.testing.SiteText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in what the site file says about antennas, read cycles and recording. */
class ReadSettingsTest {
  private static final String SITE =
      SiteText.FLOOR
          + """
          read_points:
            gate: {location: D1, step: receiving}
            $POINT
          $SITE
          devices:
            r1: {driver: rfid-bb, port: /dev/ttyUSB1, antennas: {1: gate}}
            plc: {driver: modbus-tcp, address: "h:502", points: {eye: input 0}}
            $DEVICE
          """;
  private static final int POINT_LINE = 14;
  private static final int SITE_LINE = 15;
  private static final int DEVICE_LINE = 19;

  private static SiteFile.Result read(String point, String top, String device) {
    return SiteFile.parse(
        SITE.replace("$POINT", point).replace("$SITE", top).replace("$DEVICE", device),
        name -> null);
  }

  private static void assertRefused(SiteFile.Result result, int line, String where, String reason) {
    assertThat(result.site()).isEmpty();
    assertThat(result.faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.where()).isEqualTo(where);
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.message()).contains(reason);
            });
  }

  @Test
  void withoutAMistakeEverythingIsTaken() {
    SiteFile.Result result =
        read(
            "both: {location: D1, step: passing, antennas: {r2: {1: outer, 2: inner}}}",
            "read_cycles: {c: {read_points: [gate, both], start: {point: eye, becomes: false},"
                + " stop: {stable_for: 2 s}, reports: additions, longest: 1 min}}",
            "r2: {driver: rfid-a0, port: 'h:1', antennas: {1: {}, 2: {power_dbm: 20}}}");
    assertThat(result.faults()).isEmpty();
    Site site = result.site().orElseThrow();
    assertThat(site.feeds("both")).hasSize(2);
    assertThat(site.readCycles().getFirst().readPoints()).containsExactly("gate", "both");
    assertThat(site.recording()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          r: {driver: rfid-bb, port: /dev/x}                                      | devices.r | 'antennas' is missing
          r: {driver: rfid-bb, port: /dev/x, antennas: 1}                         | devices.r.antennas | must be 'key: value' lines
          r: {driver: rfid-bb, port: /dev/x, antennas: [gate]}                    | devices.r.antennas | must be 'key: value' lines
          r: {driver: rfid-bb, port: /dev/x, antennas: {1: }}                     | devices.r.antennas.1 | must be one value
          r: {driver: rfid-bb, port: /dev/x, antennas: {1: [gate]}}               | devices.r.antennas.1 | must be one value
          r: {driver: rfid-bb, port: /dev/x, antennas: {1: gat}}                  | devices.r.antennas.1 | there is no read point 'gat'; did you mean 'gate'?
          r: {driver: rfid-bb, port: /dev/x, antennas: {0: gate}}                 | devices.r.antennas.0 | '0' is not an antenna number
          r: {driver: rfid-bb, port: /dev/x, antennas: {one: gate}}               | devices.r.antennas.one | 'one' is not an antenna number
          r: {driver: rfid-bb, port: /dev/x, antennas: {17: gate}}                | devices.r.antennas | has an antenna 17
          r: {driver: rfid-bb, port: /dev/x, antennas: {1: gate, 1: gate}}        | devices.r.antennas.1 | '1' is given twice
          r: {driver: rfid-a0, port: /dev/x, antennas: {1: {side: left}}}         | devices.r.antennas.1.side | 'left' is none of any, outer, inner
          r: {driver: rfid-a0, port: /dev/x, antennas: {1: {power_dbm: 40}}}      | devices.r.antennas.1.power_dbm | 40 is not between
          r: {driver: rfid-a0, port: /dev/x, antennas: {1: {power_dbm: much}}}    | devices.r.antennas.1.power_dbm | 'much' is not a number
          r: {driver: rfid-a0, port: /dev/x, antennas: {1: {power: 20}}}          | devices.r.antennas.1.power | unknown key 'power'
          r: {driver: rfid-a0, port: /dev/x, antennas: {1: {read_point: gat}}}    | devices.r.antennas.1.read_point | there is no read point 'gat'
          """)
  void aMistakeInTheAntennasOfAReaderIsNamed(String device, String where, String reason) {
    assertRefused(read("", "", device), DEVICE_LINE, where, reason);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          p: {location: D1, step: passing, antennas: 1}                  | read_points.p.antennas | must be 'key: value' lines
          p: {location: D1, step: passing, antennas: {r9: {1: any}}}     | read_points.p.antennas.r9 | there is no device 'r9'
          p: {location: D1, step: passing, antennas: {plc: {1: any}}}    | read_points.p.antennas.plc | 'plc' has no antennas
          p: {location: D1, step: passing, antennas: {r1: {1: left}}}    | read_points.p.antennas.r1.1 | 'left' is none of any, outer, inner
          p: {location: D1, step: passing, antennas: {r1: {x: any}}}     | read_points.p.antennas.r1.x | 'x' is not an antenna number
          p: {location: D1, step: passing, antennas: {r1: {3: any}}}     | read_points.p.antennas.r1.3 | 'r1' has no antenna 3; it has [1]
          p: {location: D1, step: passing, antennas: {r1: [1]}}          | read_points.p.antennas.r1 | must be 'key: value' lines
          p: {location: D1, step: passing, antennas: {}}                 | read_points.p | no antenna of any device feeds this read point
          p: {location: D1, step: passing}                               | read_points.p | no antenna of any device feeds this read point
          """)
  void aMistakeInTheAntennasOfAReadPointIsNamed(String point, String where, String reason) {
    assertRefused(read(point, "", ""), POINT_LINE, where, reason);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          read_cycles: [gate]                                                      | read_cycles | must be 'key: value' lines
          read_cycles: {c: gate}                                                   | read_cycles.c | must be 'key: value' lines
          read_cycles: {c: {}}                                                     | read_cycles.c | 'read_points' is missing
          read_cycles: {c: {read_points: []}}                                      | read_cycles.c | 'read_points' is missing
          read_cycles: {c: {read_points: gat}}                                     | read_cycles.c.read_points | there is no read point 'gat'; did you mean 'gate'?
          read_cycles: {c: {read_points: [gate, {}]}}                              | read_cycles.c.read_points | must be one value
          read_cycles: {c: {read_points: gate}, c: {read_points: gate}}            | read_cycles.c | 'c' is given twice
          read_cycles: {c: {read_points: gate, start: now}}                        | read_cycles.c.start | must be 'key: value' lines
          read_cycles: {c: {read_points: gate, start: {point: ey}}}                | read_cycles.c.start.point | there is no point 'ey'
          read_cycles: {c: {read_points: gate, start: {becomes: true}}}            | read_cycles.c.start | 'point' is missing
          read_cycles: {c: {read_points: gate, start: {point: eye, becomes: 2}}}   | read_cycles.c.start.becomes | '2' is none of true, false
          read_cycles: {c: {read_points: gate, start: {every: 0 s}}}               | read_cycles.c.start.every | must be longer than nothing
          read_cycles: {c: {read_points: gate, start: {every: often}}}             | read_cycles.c.start.every | 'often' is not a time
          read_cycles: {c: {read_points: gate, start: {stable_for: 1 s}}}          | read_cycles.c.start.stable_for | unknown key 'stable_for'
          read_cycles: {c: {read_points: gate, stop: {after: 5}}}                  | read_cycles.c.stop.after | '5' is not a time
          read_cycles: {c: {read_points: gate, stop: {stable_for: 0 ms}}}          | read_cycles.c.stop.stable_for | must be longer than nothing
          read_cycles: {c: {read_points: gate, stop: {point: door}}}               | read_cycles.c.stop.point | there is no point 'door'
          read_cycles: {c: {read_points: gate, stop: {first_tag: one}}}            | read_cycles.c.stop.first_tag | 'one' is none of true, false
          read_cycles: {c: {read_points: gate, reports: all}}                      | read_cycles.c.reports | 'all' is none of current, additions, deletions
          read_cycles: {c: {read_points: gate, epcs: urn:epc:id:sgtin}}            | read_cycles.c.epcs | an EPC pattern is hex digits or begins with urn:epc:idpat:
          read_cycles: {c: {read_points: gate, not_epcs: [30, XY]}}                | read_cycles.c.not_epcs | XY
          read_cycles: {c: {read_points: gate, even_if_empty: perhaps}}            | read_cycles.c.even_if_empty | 'perhaps' is none of true, false
          read_cycles: {c: {read_points: gate, longest: 0 s}}                      | read_cycles.c.longest | must be longer than nothing
          read_cycles: {c: {read_points: gate, most_tags: 0}}                      | read_cycles.c.most_tags | 0 is not between 1 and 100000
          read_cycles: {c: {read_points: gate, most_tags: 1.5}}                    | read_cycles.c.most_tags | must be a whole number
          read_cycles: {c: {read_points: gate, report: current}}                   | read_cycles.c.report | did you mean 'reports'?
          """)
  void aMistakeInAReadCycleIsNamed(String cycles, String where, String reason) {
    assertRefused(read("", cycles, ""), SITE_LINE, where, reason);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          recording: true                            | recording | must be 'key: value' lines
          recording: {file_mb: 0}                    | recording.file_mb | 0 is not between 1 and 100000
          recording: {file_mb: big}                  | recording.file_mb | 'big' is not a number
          recording: {file_mb: 2.5}                  | recording.file_mb | must be a whole number
          recording: {keep_mb: -1}                   | recording.keep_mb | -1 is not between 1 and 100000
          recording: {file_mb: 20, keep_mb: 10}      | recording.keep_mb | 10 is less than one file of 20 MB
          recording: {file_mb: 600}                  | recording.keep_mb | 512 is less than one file of 600 MB
          recording: {runs: 101}                     | recording.runs | 101 is not between 1 and 100
          recording: {runs: [1]}                     | recording.runs | must be one value
          recording: {file-mb: 1}                    | recording.file-mb | did you mean 'file_mb'?
          """)
  void aMistakeInTheRecordingIsNamed(String recording, String where, String reason) {
    assertRefused(read("", recording, ""), SITE_LINE, where, reason);
  }
}
