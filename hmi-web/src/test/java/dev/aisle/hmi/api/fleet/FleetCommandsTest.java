package dev.aisle.hmi.api.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.QuietFleet;
import dev.aisle.hmi.testing.WebServer;
import org.junit.jupiter.api.Test;

/** What people tell the fleet, over the wire. */
class FleetCommandsTest {
  private final Browser supervisor = WebServer.running().signedIn(Role.SUPERVISOR);
  private final QuietFleet fleet = WebServer.running().bean(QuietFleet.class);

  @Test
  void vehiclesAreSentByTheirIdAndInTheNameOfWhoSentThem() {
    assertThat(supervisor.post("/api/v1/vehicles/AGV-01/send", "{\"node\":\"L-2\"}").status())
        .isEqualTo(200);
    assertThat(supervisor.post("/api/v1/vehicles/AGV-01/park", "{}").status()).isEqualTo(200);
    assertThat(supervisor.post("/api/v1/vehicles/AGV-01/charge", "{}").status()).isEqualTo(200);
    assertThat(supervisor.post("/api/v1/vehicles/AGV-01/work", "{}").status()).isEqualTo(200);
    assertThat(fleet.commands())
        .contains(
            "supervisor send AGV-01",
            "supervisor park AGV-01",
            "supervisor charge AGV-01",
            "supervisor work AGV-01");
  }

  @Test
  void whatCannotBeIsRefusedWithAReason() {
    assertThat(supervisor.post("/api/v1/vehicles/AGV-09/park", "{}").status()).isEqualTo(404);
    var unknown = supervisor.post("/api/v1/vehicles/AGV-01/send", "{\"node\":\"X9\"}");
    assertThat(unknown.status()).isEqualTo(409);
    assertThat(unknown.json().path("code").asString()).isEqualTo("node-unknown");
    assertThat(supervisor.post("/api/v1/vehicles/AGV-01/send", "{\"node\":\"\"}").status())
        .isEqualTo(400);
    assertThat(supervisor.get("/api/v1/vehicles/AGV-01/history?hours=73").status()).isEqualTo(400);
    assertThat(supervisor.get("/api/v1/vehicles/AGV-09/order").status()).isEqualTo(404);
  }

  @Test
  void whatAPersonFoundAtAVehicleIsTakenOrRefusedAtTheFieldAtFault() {
    String path = "/api/v1/vehicles/AGV-01/recovery";
    assertThat(supervisor.get(path).json().path("nearestNode").asString()).isEqualTo("L-1");
    assertThat(WebServer.running().signedIn(Role.OPERATOR).post(path, found("L-1")).status())
        .isEqualTo(403);
    assertThat(supervisor.post(path, found("L-1")).status()).isEqualTo(200);
    assertThat(fleet.commands()).contains("supervisor recovers L-1 STANDS_AT");
    var refused = supervisor.post(path, found("X9"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("code").asString()).isEqualTo("recovery-no-such-node");
    assertThat(refused.json().path("field").asString()).isEqualTo("node");
    var incomplete = supervisor.post(path, found("L-1").replace("C1", ""));
    assertThat(incomplete.json().path("errors").path(0).path("field").asString())
        .isEqualTo("putAt");
    assertThat(supervisor.get("/api/v1/vehicles/AGV-09/recovery").status()).isEqualTo(404);
  }

  private static String found(String node) {
    return "{\"node\":\"%s\",\"aboard\":\"nothing\",\"fate\":\"standsAt\",\"putAt\":\"C1\",\"note\":\"it fell off\"}"
        .formatted(node);
  }

  @Test
  void thoseInAPartOfTheFloorArePausedTogether() {
    var all = supervisor.post("/api/v1/fleet/pause", "{}");
    assertThat(all.json().path("vehicles").size()).isEqualTo(1);
    String elsewhere = "{\"within\":{\"minX\":5,\"minY\":5,\"maxX\":9,\"maxY\":9}}";
    assertThat(supervisor.post("/api/v1/fleet/resume", elsewhere).json().path("vehicles").size())
        .isZero();
  }

  @Test
  void aZoneIsPausedByItsNameAndEverybodySeesByWhom() {
    String zones = "/api/v1/floor/zones";
    assertThat(supervisor.post(zones + "/yard/pause", "{}").status()).isEqualTo(200);
    Browser operator = WebServer.running().signedIn(Role.OPERATOR);
    assertThat(operator.get(zones).json().path(0).path("paused").path("by").asString())
        .isEqualTo("supervisor");
    assertThat(operator.post(zones + "/yard/resume", "{}").status()).isEqualTo(403);
    assertThat(supervisor.post(zones + "/yard/resume", "{}").status()).isEqualTo(200);
    assertThat(operator.get(zones).json().path(0).path("paused").isNull()).isTrue();
    assertThat(supervisor.post(zones + "/attic/pause", "{}").status()).isEqualTo(404);
  }

  @Test
  void aLaneIsClosedWithAReasonThatEverybodyReads() {
    String lane = "{\"from\":\"L-1\",\"to\":\"L-2\",\"why\":\"oil on the floor\"}";
    assertThat(supervisor.post("/api/v1/floor/closures", lane).status()).isEqualTo(200);
    var closed =
        WebServer.running().signedIn(Role.OPERATOR).get("/api/v1/floor/closures").json().path(0);
    assertThat(closed.path("why").asString()).isEqualTo("oil on the floor");
    assertThat(closed.path("by").asString()).isEqualTo("supervisor");
    assertThat(
            supervisor.post("/api/v1/floor/closures", "{\"from\":\"L-1\",\"why\":\" \"}").status())
        .isEqualTo(400);
    String open = "{\"from\":\"L-1\",\"to\":\"L-2\"}";
    assertThat(supervisor.post("/api/v1/floor/openings", open).status()).isEqualTo(200);
    assertThat(supervisor.get("/api/v1/floor/closures").json().size()).isZero();
  }
}
