package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.app.command.CommandLine;
import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.sim.printer.PrinterFault;
import dev.aisle.wms.inbound.AdviceId;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Scale, printers, a gateway and a recording in the whole running program over real wires. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FloorDevicesTest {
  private static final String ITEMS =
      """
      id,name,gtin,length_mm,width_mm,height_mm,weight_g,units_per_case,cases_per_pallet,category
      BRICKS,Bricks,09521141000014,100,100,100,250,10,40,hardware
      """;
  private static final String PARTIES =
      """
      id,name,role,city,country
      SUP-B,Supplier B,supplier,Wuhu,CN
      """;
  private static final long PALLET_G = 10_000;

  private final TableSite site = TableSite.running();

  /** Somebody is called for an open head only after a while, so it is open from the beginning. */
  @BeforeAll
  void theHeadOfThePrinterInTheCornerIsOpen() {
    site.upload("items", ITEMS);
    site.upload("parties", PARTIES);
    site.gear().fault("printer-2", PrinterFault.HEAD_OPEN, true);
  }

  @Test
  void aPalletThatWeighsSomethingElseIsTakenOnlyByAPersonWhoSaysSoAndTheSupervisorIsTold() {
    AdviceId advice = new AdviceId(announce(2));
    List<String> pallets =
        site.get("/api/v1/advices/" + advice.value())
            .path("palletsDetail")
            .valueStream()
            .map(pallet -> pallet.path("sscc").asString())
            .toList();
    site.done("POST", "/api/v1/advices/%s/arrive".formatted(advice.value()), Map.of("dock", "D1"));
    site.done("POST", "/api/v1/stations/DOCK-1/sign-on", null);
    String task =
        "/api/v1/tasks/" + site.get("/api/v1/stations/DOCK-1/job").path("taskId").asString();
    site.done("POST", task + "/start", null);
    try {
      lay(PALLET_G + 200);
      site.done("POST", task + "/confirm", Map.of("code", "00" + pallets.getFirst()));
      assertThat(alarms("weight-differs")).isEmpty();

      lay(PALLET_G + 2_000);
      Map<String, Object> scanned = Map.of("code", "00" + pallets.get(1));
      Browser.Answer refused = site.ask("POST", task + "/confirm", scanned);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("weight-differs");
      assertThat(refused.json().path("params").path("expectedG").asLong()).isEqualTo(PALLET_G);
      assertThat(refused.json().path("params").path("measuredG").asLong())
          .isEqualTo(PALLET_G + 2_000);
      assertThat(confirm(task, pallets.get(1), PALLET_G + 1_900).code())
          .as("another weight was accepted than lies there")
          .isEqualTo("weight-differs");
      assertThat(alarms("weight-differs")).isEmpty();
      assertThat(confirm(task, pallets.get(1), PALLET_G + 2_000).status()).isEqualTo(200);
    } finally {
      site.gear().lay("scale-1", 0);
    }
    await().atMost(TableSite.SOON).until(() -> alarms("weight-differs").size() == 1);
    JsonNode alarm = alarms("weight-differs").getFirst();
    assertThat(alarm.path("source").asString()).isEqualTo(pallets.get(1));
    assertThat(alarm.path("params").path("by").asString()).isEqualTo("admin");
    assertThat(alarm.path("params").path("measured").asString()).isEqualTo("12000");
    site.signedIn(Role.SUPERVISOR)
        .post(
            "/api/v1/alarms/" + alarm.path("id").asLong() + "/ack",
            Map.of("note", "wet cardboard, counted"));
    await().atMost(TableSite.SOON).until(() -> alarms("weight-differs").isEmpty());
  }

  private Browser.Answer confirm(String task, String pallet, long acceptedG) {
    return site.ask(
        "POST",
        task + "/confirm",
        Map.of("code", "00" + pallet, "weightG", acceptedG, "weightReason", "packing"));
  }

  private String announce(int pallets) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < pallets; i++) {
      lines.add(Map.of("item", "BRICKS", "quantity", PALLET_G / 250));
    }
    Browser.Answer announced =
        site.ask("POST", "/api/v1/advices", Map.of("supplier", "SUP-B", "pallets", lines));
    assertThat(announced.status()).as(announced.text()).isEqualTo(201);
    return announced.json().path("id").asString();
  }

  private void lay(long grams) {
    site.gear().lay("scale-1", grams);
    site.until(
        "/api/v1/stations/DOCK-1/equipment",
        now -> now.path("scale").path("stableG").asDouble(-1) == grams);
  }

  @Test
  void aPrinterWithoutPaperOrWithItsHeadOpenOrGoneIsOneAlarmEachUntilItPrintsAgain()
      throws Exception {
    site.gear().fault("printer-1", PrinterFault.PAPER_OUT, true);
    awaitAlarm("printer-paper-out", "printer-1");
    site.gear().fault("printer-1", PrinterFault.PAPER_OUT, false);
    awaitNoAlarm("printer-paper-out", "printer-1");

    awaitAlarm("printer-head-open", "printer-2");
    site.gear().fault("printer-2", PrinterFault.HEAD_OPEN, false);
    awaitNoAlarm("printer-head-open", "printer-2");
    site.gear().power("printer-2", false);
    awaitAlarm("printer-down", "printer-2");
    assertThat(ofSource("printer-2"))
        .extracting(FloorDevicesTest::type)
        .containsOnly("printer-down");
    site.gear().power("printer-2", true);
    awaitNoAlarm("printer-down", "printer-2");

    assertThat(history("printer-1"))
        .filteredOn(word -> !word.equals("label-held"))
        .containsExactly("printer-paper-out");
    assertThat(history("printer-2")).containsExactlyInAnyOrder("printer-head-open", "printer-down");
  }

  @Test
  void aLabelWhoseTagDoesNotReadBackCallsSomebodyUntilAPersonHasDecided() {
    Sscc unit = site.bean(Units.class).nextSscc();
    site.bean(Units.class).announce(unit, UnitType.PALLET, Optional.of(Epc.sscc96(unit, 7, 6)));
    site.gear().fault("printer-1", PrinterFault.BAD_TAGS, true);
    site.done("POST", "/api/v1/printers/printer-1/jobs", Map.of("sscc", unit.digits()));
    JsonNode alarm = awaitAlarm("label-held", "printer-1");
    String job = alarm.path("params").path("job").asString();
    assertThat(job).startsWith(unit.digits());
    site.gear().fault("printer-1", PrinterFault.BAD_TAGS, false);
    site.done("POST", "/api/v1/printers/printer-1/jobs/" + job + "/again", null);
    site.until(
        "/api/v1/printers/printer-1/jobs",
        jobs -> jobs.valueStream().anyMatch(one -> is(one, job) && state(one).equals("printed")));
    awaitNoAlarm("label-held", "printer-1");
    assertThat(site.gear().labels("printer-1").getLast().epcHex())
        .contains(Epc.sscc96(unit, 7, 6).hex());
  }

  private static boolean is(JsonNode job, String id) {
    return job.path("id").asString().equals(id);
  }

  private static String state(JsonNode job) {
    return job.path("state").asString();
  }

  @Test
  void aGatewayWhoseCableIsPulledIsOneAlarmThatNamesItsHeads() {
    site.until("/api/v1/devices/head-3", now -> signal(now).equals("ok"));
    site.gateway().cut();
    JsonNode alarm = awaitAlarm("gateway-silent", site.gateway().address());
    assertThat(alarm.path("params").path("units").asString()).isEqualTo("head-1, head-2, head-3");
    assertThat(site.get("/api/v1/devices/head-2").path("device").path("signal").asString())
        .isEqualTo("failure");
    site.gateway().back();
    awaitNoAlarm("gateway-silent", site.gateway().address());
    site.until("/api/v1/devices/head-2", now -> signal(now).equals("ok"));
    assertThat(List.of(history("head-1"), history("head-2"), history("head-3")))
        .as("no head is called for by itself")
        .allMatch(List::isEmpty);
  }

  private static String signal(JsonNode details) {
    return details.path("device").path("signal").asString();
  }

  @Test
  void theTelegramsOfAModbusHeadAreBytesAndWords() {
    JsonNode page =
        site.until(
            "/api/v1/devices/head-1/telegrams",
            now -> now.path("telegrams").valueStream().anyMatch(one -> answered(one)));
    assertThat(page.path("told").asBoolean()).isTrue();
    List<JsonNode> telegrams = page.path("telegrams").valueStream().toList();
    JsonNode question =
        telegrams.stream().filter(one -> one.path("sent").asBoolean()).findFirst().orElseThrow();
    assertThat(question.path("meaning").path("type").asString())
        .isEqualTo("read holding registers");
    assertThat(question.path("meaning").path("unit").asInt()).isEqualTo(1);
    // Transaction, protocol 0, length 6, then unit 1, function 3, first register, how many.
    assertThat(question.path("hex").asString()).matches("[0-9A-F]{4}000000060103[0-9A-F]{8}");
    JsonNode answer =
        telegrams.stream().filter(FloorDevicesTest::answered).findFirst().orElseThrow();
    assertThat(answer.path("hex").asString()).matches("[0-9A-F]{4}0000[0-9A-F]{4}0103[0-9A-F]+");
    assertThat(answer.path("meaning").path("values").isArray()).isTrue();
  }

  private static boolean answered(JsonNode telegram) {
    return !telegram.path("sent").asBoolean()
        && telegram
            .path("meaning")
            .path("type")
            .asString()
            .equals("read holding registers, answer");
  }

  @Test
  void whatARunningReadPointHeardIsRecordedAndReplayedWithTheReason() throws Exception {
    Path recordings = site.data().resolve("recordings");
    site.done(
        "POST",
        "/api/v1/sim/tags",
        Map.of(
            "reader",
            "gate",
            "antenna",
            1,
            "count",
            1,
            "rssiDbm",
            -45,
            "leaves",
            false,
            "epc",
            "3114A2EFA8000000A2000000"));
    site.until(
        "/api/v1/read-points/D1-gate/passes?q=3114A2EFA8000000A2000000",
        list -> list.path("total").asInt() > 0);
    Path run = newest(recordings);
    site.done("DELETE", "/api/v1/sim/readers/gate/tags", null);
    JsonNode replayed =
        await()
            .atMost(TableSite.SOON)
            .until(
                () -> replay(run, "--why", "3114a2efa8000000a2000000"),
                now -> now.path("ok").asBoolean() && !now.path("why").isEmpty());
    assertThat(replayed.path("same").asInt()).isPositive();
    JsonNode why = replayed.path("why").path(0);
    assertThat(why.path("readPoint").asString()).isEqualTo("D1-gate");
    assertThat(why.path("counted").asBoolean()).isTrue();
    assertThat(why.path("reasons").path(0).path("english").asString()).isNotBlank();
    assertThat(replay(run, "--why", "3114A2EFA8000000FF000000").path("why").size()).isZero();
  }

  private static Path newest(Path recordings) throws IOException {
    try (Stream<Path> runs = Files.list(recordings)) {
      return runs.sorted().reduce((a, b) -> b).orElseThrow();
    }
  }

  private static JsonNode replay(Path run, String... options) {
    List<String> words = new ArrayList<>(List.of("rfid", "replay", run.toString(), "--json"));
    words.addAll(List.of(options));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    new CommandLine(InputStream.nullInputStream(), out, out).run(words);
    return Browser.JSON.readTree(said.toString(StandardCharsets.UTF_8));
  }

  private JsonNode awaitAlarm(String type, String source) {
    JsonNode[] found = new JsonNode[1];
    site.until(
        open(),
        list -> {
          List<JsonNode> all =
              list.path("items")
                  .valueStream()
                  .filter(alarm -> type(alarm).equals(type) && source(alarm).equals(source))
                  .filter(alarm -> alarm.path("active").asBoolean())
                  .toList();
          assertThat(all).as("%s of %s", type, source).hasSizeLessThan(2);
          found[0] = all.isEmpty() ? null : all.getFirst();
          return !all.isEmpty();
        });
    return found[0];
  }

  private void awaitNoAlarm(String type, String source) {
    site.until(
        open(),
        list ->
            list.path("items")
                .valueStream()
                .noneMatch(
                    alarm ->
                        type(alarm).equals(type)
                            && source(alarm).equals(source)
                            && alarm.path("active").asBoolean()));
  }

  private static String open() {
    return "/api/v1/alarms?size=200";
  }

  private List<JsonNode> alarms(String type) {
    return site.get(open())
        .path("items")
        .valueStream()
        .filter(alarm -> type(alarm).equals(type))
        .toList();
  }

  private List<JsonNode> ofSource(String source) {
    return site.get(open())
        .path("items")
        .valueStream()
        .filter(alarm -> source(alarm).equals(source) && alarm.path("active").asBoolean())
        .toList();
  }

  /** Every alarm there ever was about it. */
  private List<String> history(String source) {
    return site.get("/api/v1/alarms?state=history&size=200")
        .path("items")
        .valueStream()
        .filter(alarm -> source(alarm).equals(source))
        .map(FloorDevicesTest::type)
        .toList();
  }

  private static String type(JsonNode alarm) {
    return alarm.path("type").asString();
  }

  private static String source(JsonNode alarm) {
    return alarm.path("source").asString();
  }
}
