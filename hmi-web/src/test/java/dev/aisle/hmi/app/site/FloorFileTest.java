package dev.aisle.hmi.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.exchange.FloorPlan;
import dev.aisle.agv.roadmap.LaneWay.Heading;
import dev.aisle.agv.roadmap.LaneWay.Loads;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.ZoneSet.Rule;
import dev.aisle.device.agv.ZoneSet.Strictness;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.hmi.app.site.floor.FloorPlans;
import dev.aisle.hmi.app.site.floor.FloorText;
import dev.aisle.hmi.testing.SiteText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bent lanes and zones in the site file. */
class FloorFileTest {
  private static final String SITE =
      SiteText.HEAD
          + """
      floor:
        nodes:
          D1: {at_m: [0, 0], is: dock}
          L1: {at_m: [0, 2]}
          L2: {at_m: [8, 2]}
          C1: {at_m: [8, 0], is: charger}
        lanes:
          - {from: L1, to: L2, curve_m: [[4, 6]], speed_mps: 1.5, speed_mps_of: {fork: 0.2, "2t": 0.4}}
          - {from: L2, to: L1, via_m: [[4, 2]], backwards: true, only: empty, corridor: {left_m: 1.2, right_m: 0.8}}
          - {between: [L1, D1], speed_mps: 0.6}
          - {between: [L2, C1], speed_mps: 0.6, heading_deg: 90, corridor: {left_m: 0.5, right_m: 0.5, of: centre, ask: true, on_loss: return}}
        zones:
          slow: {outline_m: [[3, 3], [5, 3], [5, 5], [3, 5]], is: speed-limit, speed_mps: 0.3}
          west: {outline_m: [[2, 1], [6, 1], [6, 2.5], [2, 2.5]], is: directed, angle_deg: 180, strictness: strict}
          door: {outline_m: [[6.5, -1], [9.5, -1], [9.5, 1], [6.5, 1]], is: release, on_loss: evacuate}
          beep: {outline_m: [[0, 0], [1, 0], [1, 1]], is: action, on_entry: [{do: beep, with: {tone: 3}}], on_exit: [{do: hush, blocking: soft}]}
          yard: {outline_m: [[0, 0], [1, 0], [1, 1]], is: area}
      """;

  @Test
  void bentLanesAndZonesComeToTheRoadmap() {
    SiteFile.Result read = SiteFile.parse(SITE, name -> null);
    assertThat(read.faults()).isEmpty();
    FloorPlan plan = FloorPlans.of(read.site().orElseThrow());
    Roadmap map = plan.roadmap();
    int there = map.laneBetween("L1", "L2");
    assertThat(map.laneLengthM(there)).isGreaterThan(9);
    assertThat(map.laneSpeedMps(there)).as("the curve leads through the slow zone").isEqualTo(0.3);
    assertThat(map.laneSpeedMps(there, "fork")).isEqualTo(0.2);
    assertThat(plan.lanes().get(1).way().heading()).hasValue(Heading.BACKWARDS);
    assertThat(plan.lanes().get(1).way().loads()).isEqualTo(Loads.EMPTY_ONLY);
    assertThat(map.isOpen(map.laneBetween("L2", "L1"))).isTrue();
    assertThat(plan.zones())
        .extracting(Zone::id)
        .containsExactly("slow", "west", "door", "beep", "yard");
    assertThat(plan.zones().get(3).rule())
        .isEqualTo(
            new Rule.Actions(
                List.of(new Action("", "beep", Blocking.NONE, Map.of("tone", "3"))),
                List.of(),
                List.of(new Action("", "hush", Blocking.SOFT, Map.of()))));
    assertThat(plan.zones().get(4).isOnlyNamed()).isTrue();
    assertThat(plan.zones().get(1).rule())
        .isEqualTo(new Rule.Directed(Math.PI, false, Strictness.STRICT));
  }

  @Test
  void theTextOfAFloorReadsBackTheSame() {
    Site site = SiteFile.parse(SITE, name -> null).site().orElseThrow();
    FloorPlan plan = FloorPlans.of(site);
    String head = SITE.substring(0, SITE.indexOf("floor:"));
    SiteFile.Result again = SiteFile.parse(head + FloorText.of(plan), name -> null);
    assertThat(again.faults()).isEmpty();
    assertThat(again.site().orElseThrow().floor().nodes()).isEqualTo(site.floor().nodes());
    assertThat(again.site().orElseThrow().floor().lanes())
        .containsExactlyInAnyOrderElementsOf(site.floor().lanes());
    assertThat(again.site().orElseThrow().floor().zones()).isEqualTo(site.floor().zones());
  }

  @Test
  void gatesAndHandOverStationsReadBackTheSame() {
    String floor =
        """
        floor:
          nodes:
            D1: {at_m: [0, 0], is: dock, gate: gate-1}
            L1: {at_m: [0, 2]}
            K1: {at_m: [8, 2], is: slot,
                 hand_over: {ready: k1.ready, occupied: k1.load, request: k1.request, busy: k1.busy,
                             instead: K2, within: 40 s}}
            K2: {at_m: [8, 4], is: slot}
          lanes:
            - {between: [L1, D1]}
            - {between: [L1, K1]}
            - {between: [L1, K2]}
        """;
    String rest =
        """
        read_points:
          gate-1: {location: D1, step: passing}
        devices:
          r1: {driver: rfid-bb, port: /dev/ttyUSB1, antennas: {1: gate-1}}
          io-1:
            driver: modbus-tcp
            address: 127.0.0.1:502
            points: {k1.request: coil 0, k1.busy: coil 1, k1.ready: input 0, k1.load: input 1}
        """;
    SiteFile.Result read = SiteFile.parse(SiteText.HEAD + floor + rest, name -> null);
    assertThat(read.faults()).isEmpty();
    Site site = read.site().orElseThrow();
    String text = FloorText.of(FloorPlans.of(site));
    SiteFile.Result again = SiteFile.parse(SiteText.HEAD + text + rest, name -> null);
    assertThat(again.faults()).isEmpty();
    assertThat(again.site().orElseThrow().floor().nodes()).isEqualTo(site.floor().nodes());
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "curve_m: [[4, 6]] | curve_m: [[4]] | 11 must be points of two metres each, such as [[0, 0], [4, 0]]",
        "curve_m: [[4, 6]] | curve_m: [[4, 6]], via_m: [[1, 1]] | 11 a lane has either via_m or curve_m",
        "left_m: 1.2 | left_m: 12 | 12 12 is not between 0 and 10",
        "only: empty | only: full | 12 'full' is none of loaded, empty",
        "is: directed | is: directd | 17 'directd' is none of blocked, line-guided, release, replanning, speed-limit, priority, penalty, directed, action, area; did you mean 'directed'?",
        "speed_mps: 0.3} | speed_mps: 9} | 16 9 is not between 0.05 and 5",
        "angle_deg: 180, | | 17 'angle_deg' is missing, such as 'angle_deg: 90'",
        "strict} | strict, both_ways: true} | 17 strict is one way only",
        "[5, 3], [5, 5], [3, 5] | [5, 3] | 16 an outline has three corners at least"
      })
  void aMistakeIsToldWithItsLine(String good, String bad, String said) {
    assertThat(SITE).contains(good);
    SiteFile.Result read = SiteFile.parse(SITE.replace(good, bad == null ? "" : bad), name -> null);
    assertThat(read.faults())
        .extracting(fault -> fault.line() + " " + fault.message())
        .contains(said);
  }
}
