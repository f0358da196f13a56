package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** R069: lifts, and what people ask of vehicles, in the running program with its simulator. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class VehiclesOfTheTableTest {
  private static final String SERVICES = "/api/v1/vehicles/AGV-01/services";

  private final TableSite site = TableSite.running();

  @Test
  void aVehicleIsSentDownByTheLiftAndUpAgain() {
    site.until("/api/v1/vehicles", all -> at(all, "AGV-02").equals("C2"));
    site.done("POST", "/api/v1/vehicles/AGV-02/send", Map.of("node", "L-3"));
    site.until("/api/v1/vehicles", all -> at(all, "AGV-02").equals("L-3"));
    site.done("POST", "/api/v1/vehicles/AGV-02/work", "");
    site.until("/api/v1/vehicles", all -> at(all, "AGV-02").equals("C2"));
  }

  @Test
  void whatAVehicleIsAskedForComesBackWithItsAnswer() {
    site.until(SERVICES, known -> known.get("offered").toString().contains("downloadMap"));
    ask("logReport", Map.of("reason", "it squeaks"));
    JsonNode known = site.until(SERVICES, all -> status(all, 0).equals("finished"));
    assertThat(known.get("asked").get(0).get("result").asString()).startsWith("log-");
    Map<String, String> map =
        Map.of("mapId", "cellar", "mapVersion", "2", "mapDownloadLink", "https://maps.example/c");
    ask("downloadMap", map);
    site.until(SERVICES, all -> status(all, 0).equals("finished"));
    ask("deleteMap", Map.of("mapId", "attic", "mapVersion", "1"));
    site.until(SERVICES, all -> status(all, 0).equals("failed"));
  }

  @Test
  void whatCannotBeAskedIsRefusedAtItsField() {
    site.until(SERVICES, known -> known.get("offered").toString().contains("downloadMap"));
    assertThat(fault("logReport", Map.of())).contains("parameters.reason");
    assertThat(fault("startHibernation", Map.of())).as("not before 3.0").contains("\"type\"");
    assertThat(fault("logReport", Map.of("reason", "x", "colour", "red")))
        .contains("parameters.colour");
    Map<String, String> map =
        Map.of("mapId", "cellar", "mapVersion", "2", "mapDownloadLink", "next door");
    assertThat(fault("downloadMap", map)).contains("parameters.mapDownloadLink");
  }

  private void ask(String type, Map<String, String> parameters) {
    site.done("POST", SERVICES, Map.of("type", type, "parameters", parameters));
  }

  private String fault(String type, Map<String, String> parameters) {
    var answer = site.ask("POST", SERVICES, Map.of("type", type, "parameters", parameters));
    assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
    return answer.text();
  }

  private static String status(JsonNode services, int index) {
    JsonNode asked = services.get("asked").get(index);
    return asked == null ? "" : asked.get("status").asString();
  }

  private static String at(JsonNode vehicles, String id) {
    for (JsonNode one : vehicles) {
      if (one.get("id").asString().equals(id)) {
        JsonNode node = one.get("at");
        return node == null || node.isNull() ? "" : node.asString();
      }
    }
    return "";
  }
}
