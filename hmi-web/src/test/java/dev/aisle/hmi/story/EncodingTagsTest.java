package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.security.Role;
import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.SimulatedReader;
import dev.aisle.sim.reader.tag.TagField;
import dev.aisle.sim.reader.tag.TagMemories;
import dev.aisle.wms.capture.Sighting;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Tags are written, and devices changed, in the whole running program over real wires. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EncodingTagsTest {
  private static final String TABLE = "/api/v1/encoding/readers/table";
  private static final String GATE = "/api/v1/encoding/readers/gate";
  private static final String GTIN = "09521141000014";
  private static final String SOMEBODYS_PALLET = "3114A2EFA8000000A1000000";

  private final TableSite site = TableSite.running();

  @BeforeAll
  void readersAreUp() {
    for (String reader : List.of(TABLE, GATE)) {
      site.until(reader, now -> now.path("connected").asBoolean());
    }
  }

  @AfterEach
  void clearTheTable() {
    for (String reader : List.of("table", "gate")) {
      if (!site.get("/api/v1/encoding/readers/" + reader).path("row").isNull()) {
        site.done("DELETE", "/api/v1/encoding/readers/" + reader + "/run", null);
        site.until("/api/v1/encoding/readers/" + reader, now -> !running(now));
      }
      site.done("DELETE", "/api/v1/sim/readers/" + reader + "/tags", null);
    }
  }

  @Test
  void aStackOfBlanksGetsTheNextFreeNumbersOfThePalletsAndTheGateKnowsThem() {
    lay("table", Map.of("count", 2));
    start(TABLE, Map.of("kind", "sscc", "count", 2));
    JsonNode row = finished(TABLE).path("row");
    assertThat(row.path("done").asInt()).isEqualTo(2);
    JsonNode written = site.get("/api/v1/encodings?size=2").path("items");
    assertThat(written.get(0).path("verified").asBoolean()).isTrue();
    assertThat(written.get(0).path("by").asString()).isEqualTo("admin");
    String sscc = written.get(0).path("key").asString();
    String tid = written.get(0).path("tid").asString();
    assertThat(sscc).isNotEqualTo(written.get(1).path("key").asString());

    site.done(
        "PUT", "/api/v1/sim/tags/" + tid, Map.of("reader", "gate", "antenna", 1, "rssiDbm", -40));
    await()
        .atMost(TableSite.SOON)
        .until(() -> !site.bean(Sightings.class).of(new Sscc(sscc)).isEmpty());
    assertThat(site.bean(Sightings.class).of(new Sscc(sscc)).getFirst().outcome())
        .isEqualTo(Sighting.Outcome.SEEN);
  }

  @Test
  void aReaderOfAReadPointSeesNothingForItWhileItWritesAndGoesBackAfterwards() {
    start(GATE, Map.of("kind", "grai", "key", "9521141000014", "count", 1));
    site.until(GATE, now -> phase(now).equals("lay-tag"));
    lay("gate", Map.of());
    finished(GATE);
    assertThat(site.get("/api/v1/read-points/D1-gate/passes?q=E28011052000").path("total").asInt())
        .isZero();
    String tid = site.get("/api/v1/encodings?size=1").path("items").get(0).path("tid").asString();
    String epc = site.get("/api/v1/encodings?size=1").path("items").get(0).path("epc").asString();
    site.until(
        "/api/v1/read-points/D1-gate/passes?q=" + epc, list -> list.path("total").asInt() > 0);
    site.done("DELETE", "/api/v1/sim/readers/gate/tags", null);
    assertThat(tid).isNotEmpty();
  }

  @Test
  void twoTagsAreRefusedAndTheRowGoesOnWhenOneIsTakenAway() {
    lay("table", Map.of());
    lay("table", Map.of());
    start(TABLE, Map.of("kind", "sgtin", "key", GTIN, "count", 1));
    JsonNode refused = site.until(TABLE, now -> phase(now).equals("refused"));
    assertThat(refused.path("row").path("trouble").asString()).isEqualTo("several-tags");
    assertThat(refused.path("field").size()).isEqualTo(2);
    String tid = lying().path("tid").asString();
    Map<String, Object> nowhere = new HashMap<>();
    nowhere.put("reader", null);
    nowhere.put("antenna", 1);
    nowhere.put("rssiDbm", -40);
    site.done("PUT", "/api/v1/sim/tags/" + tid, nowhere);
    assertThat(finished(TABLE).path("row").path("done").asInt()).isEqualTo(1);
  }

  @Test
  void aTagWithSomebodysKeyIsOverwrittenOnlyWhenAPersonSaysSo() {
    Units units = site.bean(Units.class);
    Sscc pallet = new Epc(SOMEBODYS_PALLET).asSscc().orElseThrow();
    units.announce(pallet, UnitType.PALLET, Optional.of(new Epc(SOMEBODYS_PALLET)));
    lay("table", Map.of("epc", SOMEBODYS_PALLET));
    start(TABLE, Map.of("kind", "sgtin", "key", GTIN, "count", 1));
    JsonNode asking = site.until(TABLE, now -> phase(now).equals("confirm"));
    assertThat(asking.path("row").path("trouble").asString()).isEqualTo("in-use");
    assertThat(lying().path("epc").asString()).isEqualTo(SOMEBODYS_PALLET);
    assertThat(site.ask("PUT", TABLE + "/run/overwrite", Map.of("epc", "0000")).code())
        .isEqualTo("encoding-not-asked");
    site.done("PUT", TABLE + "/run/overwrite", Map.of("epc", SOMEBODYS_PALLET));
    finished(TABLE);
    JsonNode tag = site.get("/api/v1/encodings?size=1").path("items").get(0);
    assertThat(tag.path("before").asString()).isEqualTo(SOMEBODYS_PALLET);
    assertThat(tag.path("key").asString()).isEqualTo(GTIN);
    assertThat(units.require(pallet).tag()).as("the tag of the pallet it named").isEmpty();
    assertThat(site.get("/api/v1/trace/units/" + pallet).path("entries").valueStream())
        .anySatisfy(
            entry -> {
              assertThat(entry.path("titleKey").asString()).isEqualTo("label.overwritten");
              assertThat(entry.path("actor").asString()).isEqualTo("admin");
              assertThat(entry.path("facts").path("epc").asString()).isEqualTo(SOMEBODYS_PALLET);
              assertThat(entry.path("facts").path("now").asString())
                  .isEqualTo(tag.path("epc").asString());
            });
  }

  @Test
  void aLockedAWeakAndALostTagSayWhyTheyAreNotWritten() {
    lay("table", Map.of("password", "0000CAFE"));
    start(TABLE, Map.of("kind", "sgtin", "key", GTIN, "count", 1));
    assertThat(refusedFor("locked")).isTrue();
    site.done("DELETE", "/api/v1/sim/readers/table/tags", null);
    lay("table", Map.of("rssiDbm", -75));
    assertThat(refusedFor("weak")).isTrue();
    site.done("DELETE", "/api/v1/sim/readers/table/tags", null);
    lay("table", Map.of("leaves", true));
    site.until(
        TABLE,
        now ->
            now.path("row")
                .path("results")
                .valueStream()
                .anyMatch(result -> result.path("trouble").asString("").equals("lost")));
    lay("table", Map.of());
    finished(TABLE);
    assertThat(
            site.get("/api/v1/encodings?size=1").path("items").get(0).path("verified").asBoolean())
        .isTrue();
  }

  @Test
  void aLockedTagIsOnTheRecordAsSuchAndItsPasswordIsNowhereToBeRead() {
    lay("table", Map.of());
    start(
        TABLE,
        Map.of(
            "kind",
            "sgtin",
            "key",
            GTIN,
            "serial",
            "7001",
            "count",
            1,
            "lock",
            true,
            "newPassword",
            "5EC4E7A1"));
    finished(TABLE);
    JsonNode tag = site.get("/api/v1/encodings?size=1").path("items").get(0);
    assertThat(tag.path("locked").asBoolean()).isTrue();
    assertThat(tag.path("serial").asString()).isEqualTo("7001");
    assertThat(
            site.get("/api/v1/devices/table/telegrams")
                .toString()
                .replace(" ", "")
                .toUpperCase(java.util.Locale.ROOT))
        .doesNotContain("5EC4E7A1");
    assertThat(
            site.ask(
                    "PUT",
                    TABLE + "/run",
                    row(Map.of("kind", "sgtin", "key", GTIN, "serial", "7001", "count", 1)))
                .json()
                .path("errors")
                .get(0)
                .path("code")
                .asString())
        .isEqualTo("already-written");
  }

  @Test
  void aWrongCheckDigitIsToldBeforeAnyTagIsTouched() {
    JsonNode problem =
        site.ask(
                "PUT",
                TABLE + "/run",
                row(Map.of("kind", "sgtin", "key", "09521141000015", "count", 1)))
            .json();
    assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo("key");
    assertThat(problem.path("errors").get(0).path("code").asString()).isEqualTo("check-digit-4");
  }

  @Test
  void aDeviceIsAddedChangedSwitchedAndRemovedWhileTheSiteRuns() {
    try (SimulatedReader real =
        new SimulatedReader(
            ReaderSpec.of("bench", ReaderMake.THINGMAGIC, 0),
            new SplittableRandom(3),
            new TagField(
                List::of, new TagMemories(), () -> 0, () -> 0, 4, new SplittableRandom(4)))) {
      real.open();
      await().atMost(TableSite.SOON).until(() -> !real.address().endsWith(":0"));
      Map<String, Object> settings =
          new HashMap<>(
              Map.of("port", real.address(), "antennas", "{1: {}, 2: {}}", "region", "china-900"));
      site.done(
          "POST",
          "/api/v1/devices",
          Map.of("name", "late", "driver", "rfid-thingmagic", "settings", settings));
      JsonNode up = site.until("/api/v1/devices/late", EncodingTagsTest::isOk);
      assertThat(up.path("special").path("capabilities").path("serial").asString())
          .isEqualTo("SIM-M6E-0001");
      assertThat(site.done("POST", "/api/v1/devices/late/test", null).path("verdict").asString())
          .isEqualTo("answered");

      settings.put("expects_serial", "ANOTHER");
      site.done(
          "PUT",
          "/api/v1/devices/late/settings",
          Map.of("driver", "rfid-thingmagic", "settings", settings));
      JsonNode stranger =
          site.until(
              "/api/v1/devices/late",
              now -> "wrong-device".equals(now.path("device").path("trouble").asString("")));
      assertThat(stranger.path("device").path("signal").asString()).isEqualTo("failure");

      settings.put("expects_serial", "SIM-M6E-0001");
      site.done(
          "PUT",
          "/api/v1/devices/late/settings",
          Map.of("driver", "rfid-thingmagic", "settings", settings));
      site.until("/api/v1/devices/late", EncodingTagsTest::isOk);

      Map<String, Object> simulated = new HashMap<>();
      simulated.put("simulated", true);
      simulated.put("address", null);
      site.done("PUT", "/api/v1/devices/late/simulated", simulated);
      JsonNode played =
          site.until(
              "/api/v1/devices/late",
              now -> isOk(now) && now.path("device").path("simulated").asBoolean());
      assertThat(played.path("device").path("address").asString()).isNotEqualTo(real.address());
      lay("late", Map.of());
      site.until("/api/v1/encoding/readers/late", now -> now.path("field").size() == 1);

      simulated.put("simulated", false);
      site.done("PUT", "/api/v1/devices/late/simulated", simulated);
      site.until(
          "/api/v1/devices/late",
          now -> isOk(now) && now.path("device").path("address").asString().equals(real.address()));
      site.done("DELETE", "/api/v1/devices/late", null);
      assertThat(site.ask("GET", "/api/v1/devices/late", null).status()).isEqualTo(404);
    }
  }

  @Test
  void telegramsArriveInHexWithTheirMeaningUntilTheSessionEnds() throws Exception {
    var supervisor = site.signedIn(Role.SUPERVISOR);
    var answer =
        supervisor
            .http()
            .send(
                HttpRequest.newBuilder(supervisor.uri("/api/v1/devices/table/telegrams/live"))
                    .build(),
                BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    try (InputStream stream = answer.body()) {
      StringBuilder told = new StringBuilder();
      byte[] part = new byte[8192];
      while (!told.toString().contains("\"meaning\":{\"")) {
        int read = stream.read(part);
        assertThat(read).as("still open").isPositive();
        told.append(new String(part, 0, read, StandardCharsets.UTF_8));
      }
      assertThat(told.toString()).contains("event:telegrams").contains("\"hex\":\"BB");
      supervisor.delete("/api/v1/session");
      while (stream.read(part) >= 0) {
        // What was on its way still comes; then the stream ends.
      }
    }
  }

  private static boolean isOk(JsonNode details) {
    return details.path("device").path("signal").asString().equals("ok");
  }

  private void lay(String reader, Map<String, Object> kind) {
    Map<String, Object> tags =
        new HashMap<>(
            Map.of("reader", reader, "antenna", 1, "count", 1, "rssiDbm", -45, "leaves", false));
    tags.putAll(kind);
    site.done("POST", "/api/v1/sim/tags", tags);
  }

  /** The first of the tags on the table; those taken away are still somewhere. */
  private JsonNode lying() {
    return site.get("/api/v1/sim/tags")
        .valueStream()
        .filter(tag -> tag.path("reader").asString("").equals("table"))
        .findFirst()
        .orElseThrow();
  }

  private void start(String reader, Map<String, Object> wanted) {
    site.done("PUT", reader + "/run", row(wanted));
  }

  private static Map<String, Object> row(Map<String, Object> wanted) {
    Map<String, Object> row =
        new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "antenna", 1, "lock", false));
    row.putAll(wanted);
    return row;
  }

  private JsonNode finished(String reader) {
    return site.until(reader, now -> phase(now).equals("finished"));
  }

  private boolean refusedFor(String trouble) {
    return site.until(
            TABLE,
            now ->
                phase(now).equals("refused")
                    && trouble.equals(now.path("row").path("trouble").asString("")))
        != null;
  }

  private static boolean running(JsonNode reader) {
    return reader.path("row").path("running").asBoolean(false);
  }

  private static String phase(@Nullable JsonNode reader) {
    return reader == null ? "" : reader.path("row").path("phase").asString("");
  }
}
