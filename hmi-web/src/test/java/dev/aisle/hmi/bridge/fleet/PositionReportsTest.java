package dev.aisle.hmi.bridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.vda5050.ControllerCodec;
import dev.aisle.device.agv.vda5050.Dialect;
import dev.aisle.device.agv.vda5050.Parsed;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PositionReportsTest {
  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
  private static final VehicleId AGV = new VehicleId("AGV-01");

  private static Site site(String more) throws IOException {
    try (var file = PositionReportsTest.class.getResourceAsStream("/sites/read-points.yaml")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return SiteFile.parse(text.replace("parks_at: C1", "parks_at: C1" + more), name -> null)
          .site()
          .orElseThrow();
    }
  }

  private static VehicleReport stateAt(Instant at) {
    String json =
        """
        {"headerId": 1, "timestamp": "2026-01-01T08:00:00.00Z", "version": "2.1.0",
         "manufacturer": "acme", "serialNumber": "1", "orderId": "", "orderUpdateId": 0,
         "lastNodeId": "L1", "lastNodeSequenceId": 0, "driving": false, "operatingMode": "AUTOMATIC",
         "nodeStates": [], "edgeStates": [], "actionStates": [], "errors": [],
         "batteryState": {"batteryCharge": 80, "charging": false},
         "safetyState": {"eStop": "NONE", "fieldViolation": false}}
        """;
    ControllerCodec codec = new ControllerCodec(Version.V2_1, Dialect.standard(Version.V2_1));
    return switch (codec.readState(AGV, at, json.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Good<VehicleReport>(VehicleReport report) -> report;
      case Parsed.Bad<VehicleReport>(String why) -> throw new AssertionError(why);
    };
  }

  @Test
  void aVehicleIsAskedOnceEachIntervalThatItSaysNothing() throws IOException {
    PositionReports reports = new PositionReports(site(", report_every_s: 5"));
    assertThat(reports.due(START)).as("never heard: it is not there").isEmpty();
    reports.heard(stateAt(START));
    assertThat(reports.due(START.plusSeconds(4))).isEmpty();
    assertThat(reports.due(START.plusSeconds(5)))
        .extracting(InstantAction::type)
        .containsExactly("stateRequest");
    assertThat(reports.due(START.plusSeconds(6))).as("asked a second ago").isEmpty();
    reports.heard(stateAt(START.plusSeconds(6)));
    assertThat(reports.due(START.plusSeconds(10))).isEmpty();
    assertThat(reports.due(START.plusSeconds(11))).hasSize(1);
    assertThat(reports.due(START.plusSeconds(16))).as("still silent").hasSize(1);
  }

  @Test
  void aVehicleWithoutAnIntervalIsNeverAsked() throws IOException {
    PositionReports reports = new PositionReports(site(""));
    reports.heard(stateAt(START));
    assertThat(reports.due(START.plusSeconds(3_600))).isEmpty();
  }
}
