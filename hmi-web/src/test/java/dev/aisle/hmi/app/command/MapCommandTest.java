package dev.aisle.hmi.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.hmi.testing.DemoSite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code aisle map}: floors go out as LIF and come back. */
class MapCommandTest {
  private static final String PLANT =
      """
      <model version="6.0.0" name="plant">
        <point name="A" positionX="0" positionY="0" positionZ="0" type="HALT_POSITION"/>
        <point name="B" positionX="4000" positionY="0" positionZ="0" type="HALT_POSITION"/>
        <path name="A-B" sourcePoint="A" destinationPoint="B" length="4000" maxVelocity="1200" maxReverseVelocity="0" locked="false"/>
      </model>
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String demo = "";

  @BeforeEach
  void demonstrationSite() throws IOException {
    demo = DemoSite.text();
    Files.writeString(folder.resolve("site.yaml"), demo);
  }

  @Test
  void theDemonstrationFloorComesBackFromLifAsItWas() throws IOException {
    Path lif = folder.resolve("floor.json");
    assertThat(run("map", "export", folder.toString(), "--out", lif.toString())).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(run("map", "import", lif.toString())).isZero();
    String floor = out.toString(UTF_8);
    int begin = demo.indexOf("\nfloor:") + 1;
    int end = demo.indexOf("\nvehicles:") + 1;
    assertThat(floorOf(demo.substring(0, begin) + floor + demo.substring(end)))
        .isEqualTo(floorOf(demo));
  }

  @Test
  void theSiteFileMayTakeItsFloorFromLif() throws IOException {
    run("map", "export", folder.toString(), "--out", folder.resolve("floor.json").toString());
    int begin = demo.indexOf("\nfloor:") + 1;
    int end = demo.indexOf("\nvehicles:") + 1;
    String linked =
        demo.substring(0, begin)
            + "floor:\n  lif: floor.json\n  nodes:\n    S-01-01: {holds: 3 pallets}\n"
            + demo.substring(end);
    Files.writeString(folder.resolve("site.yaml"), linked);
    SiteFile.Result read = SiteFile.read(folder);
    assertThat(read.faults()).isEmpty();
    Site site = read.site().orElseThrow();
    assertThat(site.floor().lanes()).isEqualTo(floorOf(demo).lanes());
    assertThat(site.node("S-01-01").orElseThrow().holds()).isEqualTo(3);
    assertThat(site.node("S-01-02").orElseThrow().holds()).isEqualTo(1);
    Files.writeString(folder.resolve("floor.json"), "{\"layouts\": []}");
    assertThat(SiteFile.read(folder).faults())
        .extracting(fault -> fault.where() + ": " + fault.message())
        .contains("floor.lif: floor.json: metaInformation: is missing");
  }

  @Test
  void aCheckSaysInJsonWhereVehiclesCouldGetStuck() throws IOException {
    Path plant = Files.writeString(folder.resolve("plant.xml"), PLANT);
    assertThat(run("map", "check", plant.toString())).isEqualTo(CommandLine.FAILED);
    JsonNode line = JsonMapper.builder().build().readTree(out.toByteArray());
    assertThat(line.path("nodes").intValue()).isEqualTo(2);
    assertThat(line.path("ok").booleanValue()).isFalse();
    assertThat(line.path("faults").findValuesAsString("kind")).containsExactly("ONE_WAY_TRAP");
    out.reset();
    assertThat(run("map", "check", folder.toString())).isZero();
    assertThat(out.toString(UTF_8)).contains("\"ok\":true");
  }

  @Test
  void whatCannotBeReadEndsWithItsReason() throws IOException {
    Path broken = Files.writeString(folder.resolve("plant.xml"), PLANT.replace("\"B\"", "\"C\""));
    assertThat(run("map", "import", broken.toString())).isZero();
    Files.writeString(broken, PLANT.replace("destinationPoint=\"B\"", "destinationPoint=\"C\""));
    assertThat(run("map", "import", broken.toString())).isEqualTo(CommandLine.FAILED);
    assertThat(err.toString(UTF_8)).contains("path 'A-B' (line 4): there is no point 'C'");
    assertThat(run("map", "import", folder.resolve("none.json").toString()))
        .isEqualTo(CommandLine.FAILED);
    assertThat(run("map", "turn", "x")).isEqualTo(CommandLine.MISUSED);
  }

  private static Site.Floor floorOf(String text) {
    SiteFile.Result read = SiteFile.parse(text, name -> null);
    assertThat(read.faults()).isEmpty();
    return read.site().orElseThrow().floor();
  }

  private int run(String... words) {
    return new CommandLine(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8))
        .run(List.of(words));
  }
}
