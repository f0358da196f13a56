package dev.aisle.hmi.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.SimulatedReader;
import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The bench commands against a reader that answers byte by byte on a pseudo-terminal. */
class RfidBenchTest {
  private static final String BLANK = "E28011700000020F5C3A1234";
  private static final String TID = "E2801170200012345678ABCD";

  @TempDir Path folder;
  private final List<EmulatedTag> field = new CopyOnWriteArrayList<>();
  private final JsonMapper json = JsonMapper.builder().build();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private SimulatedReader reader;
  private String port;

  @BeforeEach
  void plugIn() {
    port = folder.resolve("reader").toString();
    reader =
        new SimulatedReader(
            ReaderSpec.of("reader", ReaderMake.ofDriver("rfid-bb"), Path.of(port)),
            new SplittableRandom(1),
            new OnTheTable());
    reader.open();
  }

  @AfterEach
  void unplug() {
    reader.close();
  }

  @Test
  void aBlankTagIsWrittenAndTheNextReadShowsIt() {
    field.add(new EmulatedTag(BLANK, TID, 4));
    // The examples of the GS1 EPC Tag Data Standard: GTIN 80614141123458, serial 6789, filter 3.
    int code =
        run(
            "rfid write --driver rfid-bb --scheme sgtin --key 80614141123458 --serial 6789"
                + " --filter 3 --new-password 12345678 --lock --port "
                + port);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(lines())
        .containsExactly(
            Map.of(
                "type",
                "encoded",
                "epc",
                "3074257BF7194E4000001A85",
                "tid",
                TID,
                "before",
                BLANK,
                "pc",
                "3000",
                "writes",
                1,
                "locked",
                true));
    out.reset();
    assertThat(run("rfid watch --driver rfid-bb --seconds 2 --telegrams --port " + port)).isZero();
    assertThat(lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsEntry("type", "tag")
                    .containsEntry("antenna", 1)
                    .containsEntry("epc", "3074257BF7194E4000001A85"))
        .anySatisfy(
            line -> assertThat(line).containsEntry("type", "health").containsEntry("signal", "ok"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsEntry("type", "telegram")
                    .containsEntry("sent", true)
                    .containsEntry("hex", "BB0028000028 7E".replace(" ", "")));
    assertThat(lines().getLast()).containsEntry("type", "end").containsEntry("left_out", 0);
  }

  @Test
  void withTwoTagsOnTheTableNothingIsWritten() {
    field.add(new EmulatedTag(BLANK, TID, 4));
    field.add(EmulatedTag.of("3174257BF4499602D2000000"));
    int code = run("rfid write --driver rfid-bb urn:epc:id:sscc:0614141.1234567890 --port " + port);
    assertThat(code).isEqualTo(1);
    assertThat(lines().getFirst())
        .containsEntry("type", "several-tags")
        .containsEntry("epcs", List.of("3174257BF4499602D2000000", BLANK));
    assertThat(field.getFirst().epcHex()).isEqualTo(BLANK);
  }

  @Test
  void aReaderOfASiteIsWatchedByItsName() throws Exception {
    Files.writeString(
        folder.resolve("site.yaml"),
        """
        site: bench
        timezone: Asia/Shanghai
        gs1: {company_prefix: "9521141"}
        floor:
          nodes:
            D1: {at_m: [0, 0], is: dock}
            L1: {at_m: [0, 2]}
            C1: {at_m: [4, 0], is: charger}
          lanes:
            - {between: [L1, D1], speed_mps: 0.6}
            - {between: [L1, C1], speed_mps: 0.6}
        vehicles:
          AGV-01: {driver: vda5050, version: 2.1.0, manufacturer: acme, serial: "1", length_mm: 1200, width_mm: 800, parks_at: C1}
        devices:
          bench-reader: {driver: rfid-bb, port: "%s", antennas: {1: in}}
        read_points:
          in: {location: D1, step: receiving}
        """
            .formatted(port));
    int code = run("rfid watch --site " + folder + " --reader bench-reader --seconds 2");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    assertThat(run("rfid watch --site " + folder + " --reader other")).isEqualTo(2);
  }

  @Test
  void aReaderThatIsNotThereIsSaidSo() {
    assertThat(run("rfid watch --driver rfid-bb --seconds 1 --port /nowhere/port")).isEqualTo(1);
    assertThat(lines().toString()).contains("there is no port /nowhere/port");
    assertThat(run("rfid write --driver rfid-bb " + BLANK + " --port /nowhere/port")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no port /nowhere/port");
    assertThat(run("rfid write --driver zz " + BLANK + " --port x")).isEqualTo(2);
    assertThat(run("rfid write " + BLANK)).isEqualTo(2);
    assertThat(run("rfid write --driver rfid-bb --lock " + BLANK + " --port x")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("only with an access password");
  }

  private int run(String words) {
    err.reset();
    return new CommandLine(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(words.split(" ")));
  }

  @SuppressWarnings("unchecked") // JSON objects have text keys
  private List<Map<String, Object>> lines() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> (Map<String, Object>) json.readValue(line, Map.class))
        .toList();
  }

  private final class OnTheTable implements AirField {
    @Override
    public List<Echo> inventory(int antenna) {
      return antenna == 1
          ? field.stream().map(tag -> new Echo(tag, -50, 920_625, 90)).toList()
          : List.of();
    }

    @Override
    public boolean isConnected(int antenna) {
      return antenna == 1;
    }
  }
}
