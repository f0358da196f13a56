package dev.aisle.agv.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.exchange.FloorPlan.Place;
import dev.aisle.agv.exchange.FloorPlan.VehicleType;
import dev.aisle.agv.exchange.opentcs.PlantModelReader;
import dev.aisle.agv.roadmap.Block;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.LaneWay.Heading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plant models of openTCS. */
class PlantModelTest {
  private static final String SIX =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <model version="6.0.0" name="plant">
        <point name="A" positionX="0" positionY="0" positionZ="0" vehicleOrientationAngle="NaN" type="HALT_POSITION">
          <maxVehicleBoundingBox length="1000" width="1000" height="1000" referenceOffsetX="0" referenceOffsetY="0"/>
          <outgoingPath name="A --- B"/>
        </point>
        <point name="B" positionX="4000" positionY="0" positionZ="0" type="HALT_POSITION"/>
        <point name="P" positionX="8000" positionY="500" positionZ="0" type="PARK_POSITION"/>
        <point name="Q" positionX="0" positionY="4000" positionZ="0" type="HALT_POSITION"/>
        <path name="A --- B" sourcePoint="A" destinationPoint="B" length="4000" maxVelocity="1200" maxReverseVelocity="300" locked="false"/>
        <path name="B --- P" sourcePoint="B" destinationPoint="P" length="6500" maxVelocity="800" maxReverseVelocity="0" locked="false"/>
        <path name="P --- Q" sourcePoint="P" destinationPoint="Q" length="9000" maxVelocity="800" maxReverseVelocity="0" locked="true"/>
        <vehicle name="V1" energyLevelCritical="20" energyLevelGood="70" energyLevelFullyRecharged="90" energyLevelSufficientlyRecharged="40" maxVelocity="1500" maxReverseVelocity="500">
          <boundingBox length="1200" width="800" height="2000" referenceOffsetX="100" referenceOffsetY="0"/>
          <property name="tcs:rechargeOperation" value="Fill"/>
        </vehicle>
        <locationType name="Charger"><allowedOperation name="fill"/></locationType>
        <locationType name="Shelf"><allowedOperation name="Load cargo"/></locationType>
        <location name="B" positionX="4000" positionY="0" positionZ="0" type="Charger" locked="false"><link point="B"/></location>
        <location name="Rack" positionX="0" positionY="5000" positionZ="0" type="Shelf" locked="false"><link point="Q"/></location>
        <block name="K" type="SAME_DIRECTION_ONLY"><member name="A --- B"/><member name="Q"/></block>
        <visualLayout name="VL" scaleX="50" scaleY="50"/>
      </model>
      """;

  @Test
  void aPlantModelBecomesAFloor() {
    Imported read = read(SIX);
    FloorPlan plan = read.plan().orElseThrow();
    assertThat(plan.places())
        .containsExactly(
            new Place("A", 0, 0, Use.LANE),
            new Place("B", 4, 0, Use.CHARGER),
            new Place("P", 8, 0.5, Use.PARKING),
            new Place("Q", 0, 4, Use.SLOT));
    assertThat(plan.lanes())
        .containsExactly(
            new Lane("A", "B", 1.2),
            new Lane("B", "A", 0.3, LaneWay.PLAIN.looking(Heading.BACKWARDS)),
            new Lane("B", "P", 0.8));
    assertThat(plan.blocks()).containsExactly(new Block("K", Set.of("A", "B", "Q"), 1));
    assertThat(plan.types())
        .containsExactly(
            new VehicleType("V1", Optional.of(new Footprint(1.4, 0.8)), Optional.of(1.5)));
    assertThat(read.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "location 'Rack' (line 20): says not what it is for and is taken for: slot",
            "location 'Rack' (line 20): this is not kept: its name; the place is called 'Q' here",
            "path 'B --- P' (line 11): this is not kept: a bend; it is 6.50 m long, straight it would"
                + " be 4.03 m",
            "path 'P --- Q' (line 12): nobody may drive here; it is left out",
            "block 'K' (line 21): this is not kept: that several vehicles may follow each other; one"
                + " at a time passes",
            "visualLayout 'VL' (line 22): this is not kept: visualLayout; layers and drawings are no"
                + " floor");
  }

  @Test
  void theAttributesOfOlderVersionsAreKnown() {
    String five =
        SIX.replace("6.0.0", "0.0.5")
            .replace("positionX", "xPosition")
            .replace("positionY", "yPosition")
            .replaceAll("<boundingBox [^>]*>", "");
    FloorPlan plan = read(five).plan().orElseThrow();
    assertThat(plan.places()).isEqualTo(read(SIX).plan().orElseThrow().places());
    assertThat(plan.types().getFirst().footprint()).isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "version=\"6.0.0\" | version=\"0.0.1\" | model 'plant' (line 2): version '0.0.1' is not known here, only 0.0.2 to 0.0.5, 6.x and 7.x",
        "sourcePoint=\"B\" | sourcePoint=\"Z\" | path 'B --- P' (line 11): there is no point 'Z'",
        "positionX=\"4000\" positionY=\"0\" positionZ=\"0\" type=\"HALT | positionX=\"4e3\" positionY=\"0\" positionZ=\"0\" type=\"HALT | point 'B' (line 7) positionX: must be a whole number",
        "maxVelocity=\"1200\" | | path 'A --- B' (line 10) maxVelocity: is missing",
        "point name=\"B\" | point name=\"A\" | point 'A' (line 7): 'A' is there twice",
        "type=\"Shelf\" | type=\"Self\" | location 'Rack' (line 20): there is no location type 'Self'",
        "<link point=\"Q\"/> | <link point=\"R\"/> | location 'Rack' (line 20): there is no point 'R'",
        "PARK_POSITION | PARKING | point 'P' (line 8): 'PARKING' is none of HALT_POSITION, PARK_POSITION, REPORT_POSITION"
      })
  void aMistakeIsNamedWithItsLine(String good, String bad, String said) {
    assertThat(SIX).contains(good);
    Imported read = read(SIX.replaceFirst(Pattern.quote(good), bad == null ? "" : bad));
    assertThat(read.plan()).isEmpty();
    assertThat(read.findings())
        .filteredOn(Finding::isRefusal)
        .extracting(Finding::toString)
        .contains(said);
  }

  @Test
  void anotherFileIsNeverOpened(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "S3CRET");
    String doctype =
        "<!DOCTYPE model [<!ENTITY x SYSTEM \"%s\">]>\n<model version=\"6.0.0\" name=\"&x;\"/>"
            .formatted(secret.toUri());
    Imported read = read(doctype);
    assertThat(read.plan()).isEmpty();
    assertThat(read.findings().toString()).doesNotContain("S3CRET").contains("document type");
  }

  @Test
  void whatIsNoPlantModelIsRefused() {
    for (String text : List.of("", "<model", "<html/>", "no xml at all", "<a>".repeat(100))) {
      assertThat(read(text).plan()).as(text).isEmpty();
    }
  }

  private static Imported read(String xml) {
    return PlantModelReader.read(xml.getBytes(UTF_8));
  }
}
