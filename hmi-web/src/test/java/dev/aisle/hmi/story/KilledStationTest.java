package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.SiteText;
import dev.aisle.sim.printer.PrintedLabel;
import dev.aisle.sim.printer.SimulatedPrinter;
import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.SimulatedReader;
import dev.aisle.sim.reader.tag.EmulatedTag;
import dev.aisle.sim.reader.tag.TagField;
import dev.aisle.sim.reader.tag.TagMemories;
import dev.aisle.sim.world.TagInField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program is killed while labels wait and while a tag is written; reader and printer go on. */
class KilledStationTest {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String BLANK = "E28011052000000000000001";
  private static final String SECOND_BLANK = "E28011052000000000000002";
  private static final String WRITER = "/api/v1/encoding/readers/writer";
  private static final String JOBS = "/api/v1/printers/printer-1/jobs";
  private static final int LABELS = 5;
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

  @TempDir Path folder;

  private final TagMemories memories = new TagMemories();
  private volatile List<TagInField> onTheTable = List.of();
  private Browser admin = Browser.at(0);

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void everyLabelComesOutOnceOrIsHeldAndTheHalfWrittenTagKeepsItsNumber() throws Exception {
    try (SimulatedPrinter printer = new SimulatedPrinter("printer-1", 0, Duration.ofMillis(600));
        SimulatedReader reader =
            new SimulatedReader(
                ReaderSpec.of("writer", ReaderMake.THINGMAGIC, 0),
                new SplittableRandom(5),
                new TagField(
                    () -> onTheTable, memories, () -> 0, () -> 0, 1, new SplittableRandom(6)))) {
      printer.open();
      reader.open();
      await().atMost(SOON).until(() -> !reader.address().endsWith(":0"));
      Path site = site(reader.address(), "127.0.0.1:" + printer.port());
      Path data = folder.resolve("data");
      EmulatedTag tag = memories.tag(BLANK);
      List<String> units;
      String password;
      try (DemoProcess first = DemoProcess.ofSite(site, data)) {
        first.awaitReady();
        password = "chosen-by-" + first.password("admin");
        signIn(first, first.password("admin"));
        Browser.Answer changed =
            post(
                "/api/v1/session/password",
                Map.of("old", first.password("admin"), "new", password));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        units = announce();
        until(WRITER, now -> now.path("connected").asBoolean());
        write(1);
        until(WRITER, now -> now.path("row").path("phase").asString().equals("lay-tag"));
        for (String unit : units) {
          assertThat(post(JOBS, Map.of("sscc", unit)).status()).isEqualTo(200);
        }
        await().atMost(SOON).until(() -> !printer.labels().isEmpty());
        onTheTable = List.of(new TagInField(BLANK, -45));
        await()
            .atMost(SOON)
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(1))
            .until(() -> !tag.epcHex().equals(BLANK));
        first.kill();
      }
      String wanted = tag.epcHex();
      assertThat(printer.labels()).hasSizeLessThan(LABELS);
      tear(tag, wanted);

      try (DemoProcess second = DemoProcess.ofSite(site, data)) {
        second.awaitReady();
        signIn(second, password);
        assertThat(get("/api/v1/encodings").path("total").asInt()).isZero();
        until(WRITER, now -> now.path("connected").asBoolean());
        write(2);
        until("/api/v1/encodings", now -> now.path("total").asInt() == 1);
        onTheTable = List.of(new TagInField(SECOND_BLANK, -45));
        JsonNode written =
            until("/api/v1/encodings", now -> now.path("total").asInt() == 2).path("items");
        assertThat(written.get(1).path("epc").asString()).isEqualTo(wanted);
        assertThat(written.get(1).path("before").asString()).isEqualTo(BLANK);
        assertThat(tag.epcHex()).isEqualTo(wanted);
        assertThat(written.get(0).path("epc").asString()).isNotEqualTo(wanted);
        assertThat(memories.tag(SECOND_BLANK).epcHex())
            .isEqualTo(written.get(0).path("epc").asString());

        until(JOBS, jobs -> jobs.valueStream().allMatch(KilledStationTest::isThroughOrHeld));
        List<String> held =
            get(JOBS)
                .valueStream()
                .filter(job -> job.path("state").asString().equals("held"))
                .map(job -> job.path("sscc").asString())
                .toList();
        for (String unit : units) {
          long times = printer.labels().stream().filter(label -> isOf(label, unit)).count();
          assertThat(times).as("labels of %s in %s", unit, printer.labels()).isLessThan(2);
          assertThat(times == 1 || held.contains(unit)).as("%s is not lost", unit).isTrue();
        }
      }
    }
  }

  private static boolean isOf(PrintedLabel label, String unit) {
    return Stream.concat(label.texts().stream(), label.barcodes().stream())
        .anyMatch(text -> text.replaceAll("[^0-9]", "").contains(unit));
  }

  private static boolean isThroughOrHeld(JsonNode job) {
    return List.of("printed", "held").contains(job.path("state").asString());
  }

  /** The power went while it was written: the last words are still those from before. */
  private static void tear(EmulatedTag tag, String wanted) {
    assertThat(tag.write(Bank.EPC, 6, HexFormat.of().parseHex(BLANK.substring(16)), 0))
        .isInstanceOf(EmulatedTag.Outcome.Done.class);
    assertThat(tag.epcHex()).isEqualTo(wanted.substring(0, 16) + BLANK.substring(16));
  }

  private Path site(String reader, String printer) throws IOException {
    Path site = Files.createDirectories(folder.resolve("site"));
    Files.writeString(
        site.resolve("site.yaml"),
        SiteText.FLOOR
            + """
            devices:
              writer: {driver: rfid-thingmagic, port: "%s", antennas: {1: {}}, region: china-900}
              printer-1: {driver: printer-zpl, address: "%s", language: en}
            """
                .formatted(reader, printer));
    return site;
  }

  private void signIn(DemoProcess program, String password) {
    admin = Browser.at(program.port());
    assertThat(admin.signIn("admin", password).status()).isEqualTo(200);
  }

  private List<String> announce() {
    admin.upload("/api/v1/imports/items", "items.csv", ITEMS);
    admin.upload("/api/v1/imports/parties", "parties.csv", PARTIES);
    List<Map<String, Object>> pallets = new ArrayList<>();
    for (int i = 0; i < LABELS; i++) {
      pallets.add(Map.of("item", "BRICKS", "quantity", 40));
    }
    return post("/api/v1/advices", Map.of("supplier", "SUP-B", "pallets", pallets))
        .json()
        .path("palletsDetail")
        .valueStream()
        .map(pallet -> pallet.path("sscc").asString())
        .toList();
  }

  private void write(int count) {
    Browser.Answer answer =
        admin.put(
            WRITER + "/run",
            Map.of(
                "id",
                UUID.randomUUID().toString(),
                "antenna",
                1,
                "lock",
                false,
                "kind",
                "sscc",
                "count",
                count));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private Browser.Answer post(String path, Object body) {
    return admin.post(path, body);
  }

  private JsonNode get(String path) {
    return admin.get(path).json();
  }

  private JsonNode until(String path, Predicate<JsonNode> so) {
    return await(path).atMost(SOON).until(() -> get(path), so);
  }
}
