package dev.aisle.agv.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.exchange.FloorPlan.Place;
import dev.aisle.agv.exchange.FloorPlan.VehicleType;
import dev.aisle.agv.exchange.lif.LifReader;
import dev.aisle.agv.exchange.lif.LifWriter;
import dev.aisle.agv.roadmap.Block;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.LaneWay.Heading;
import dev.aisle.agv.roadmap.LaneWay.Loads;
import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** VDMA LIF 1.0.0, there and back. */
class LifTest {
  private static final Instant AT = Instant.parse("2026-03-01T06:00:00.5Z");

  /** As an integrator writes it: a lane between two nodes, a charger and a transfer station. */
  private static final String FOREIGN =
      """
      {"metaInformation": {"projectIdentification": "hall", "creator": "integrator",
         "exportTimestamp": "2024-03-15T10:00:00.00Z", "lifVersion": "1.0.0"},
       "layouts": [{"layoutId": "L1", "layoutVersion": "7",
        "nodes": [
         {"nodeId": "N1", "mapId": "m", "nodePosition": {"x": 0, "y": 0},
          "vehicleTypeNodeProperties": [{"vehicleTypeId": "acme.fork", "theta": 1.5}]},
         {"nodeId": "N2", "mapId": "m", "nodePosition": {"x": 4, "y": 0},
          "vehicleTypeNodeProperties": [{"vehicleTypeId": "acme.fork", "actions": [
            {"actionType": "startCharging", "requirementType": "REQUIRED", "blockingType": "HARD"}]}]},
         {"nodeId": "N3", "mapId": "m", "nodePosition": {"x": 0, "y": 4},
          "vehicleTypeNodeProperties": [{"vehicleTypeId": "acme.fork"}]}],
        "edges": [
         {"edgeId": "E1", "startNodeId": "N1", "endNodeId": "N2",
          "vehicleTypeEdgeProperties": [{"vehicleTypeId": "acme.fork", "rotationAllowed": false,
            "maxSpeed": 1.2, "maxHeight": 2.5, "vehicleOrientation": 3.14,
            "loadRestriction": {"unloaded": true, "loaded": false}}]},
         {"edgeId": "E2", "startNodeId": "N1", "endNodeId": "N3",
          "vehicleTypeEdgeProperties": [{"vehicleTypeId": "acme.fork", "rotationAllowed": false}]}],
        "stations": [{"stationId": "S", "interactionNodeIds": ["N3"]}]}]}
      """;

  @Test
  void whatAnIntegratorWroteIsReadWithEveryLossNamed() {
    Imported read = read(FOREIGN);
    FloorPlan plan = read.plan().orElseThrow();
    assertThat(plan.places())
        .extracting(Place::use)
        .containsExactly(Use.LANE, Use.CHARGER, Use.SLOT);
    assertThat(plan.lanes())
        .containsExactly(
            new Lane(
                "N1",
                "N2",
                1.2,
                LaneWay.PLAIN.looking(new Heading(3.14, true)).onlyFor(Loads.EMPTY_ONLY)),
            new Lane("N1", "N3", 5));
    assertThat(plan.types()).extracting(VehicleType::id).containsExactly("acme.fork");
    assertThat(read.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "layouts[0].nodes[0].vehicleTypeNodeProperties[0]: this is not kept: theta 1.5",
            "layouts[0].nodes[2]: says not what it is for and is taken for: slot",
            "layouts[0].edges[0].vehicleTypeEdgeProperties[0]: this is not kept: maxHeight 2.5");
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"x\": 4 | \"x\": \"4\" | layouts[0].nodes[1].nodePosition.x: must be a number",
        "\"nodeId\": \"N3\", | | layouts[0].nodes[2].nodeId: is missing",
        "\"nodeId\": \"N3\" | \"nodeId\": \"N1\" | layouts[0].nodes[2].nodeId: 'N1' is there twice",
        "\"endNodeId\": \"N2\" | \"endNodeId\": \"N9\" | layouts[0].edges[0].endNodeId: there is no node 'N9'",
        "\"edgeId\": \"E2\" | \"edgeId\": \"E1\" | layouts[0].edges[1].edgeId: 'E1' is there twice",
        "1.2, | -1, | layouts[0].edges[0].vehicleTypeEdgeProperties[0].maxSpeed: -1.0 is not above 0",
        "[\"N3\"] | [\"N7\"] | layouts[0].stations[0].interactionNodeIds[0]: there is no node 'N7'",
        "[\"N3\"] | [] | layouts[0].stations[0].interactionNodeIds: must not be empty",
        "\"HARD\" | \"FIRM\" | layouts[0].nodes[1].vehicleTypeNodeProperties[0].actions[0].blockingType: 'FIRM' is none of NONE, SOFT, HARD",
        "\"lifVersion\": \"1.0.0\" | \"lifVersion\": \"2.0.0\" | metaInformation.lifVersion: version '2.0.0' is not known here, only 1.x",
        "\"layoutVersion\": \"7\", | | layouts[0].layoutVersion: is missing",
        "\"rotationAllowed\": false, | | layouts[0].edges[0].vehicleTypeEdgeProperties[0].rotationAllowed: is missing"
      })
  void aMistakeIsNamedWithItsPath(String good, String bad, String said) {
    assertThat(FOREIGN).contains(good);
    Imported read = read(FOREIGN.replace(good, bad == null ? "" : bad));
    assertThat(read.plan()).isEmpty();
    assertThat(read.findings())
        .filteredOn(Finding::isRefusal)
        .extracting(Finding::toString)
        .contains(said);
  }

  @Test
  void allMistakesAreToldTogether() {
    Imported read =
        read(
            FOREIGN
                .replace("\"x\": 4", "\"x\": null")
                .replace("\"endNodeId\": \"N3\"", "\"endNodeId\": 3"));
    assertThat(read.findings())
        .filteredOn(Finding::isRefusal)
        .extracting(Finding::path)
        .contains("layouts[0].nodes[1].nodePosition.x", "layouts[0].edges[1].endNodeId");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThat(read("{\"layouts\": [").plan()).isEmpty();
    assertThat(read("").plan()).isEmpty();
    assertThat(read("[]").plan()).isEmpty();
    assertThat(read("{\"layouts\": [], \"layouts\": []}").plan()).isEmpty();
  }

  @Test
  void oneOfSeveralLayoutsIsTakenByItsName() {
    String two =
        FOREIGN.replace(
            "\"layouts\": [",
            """
            "layouts": [{"layoutId": "L0", "layoutVersion": "1", "edges": [], "stations": [], "nodes": [
              {"nodeId": "UP", "nodePosition": {"x": 0, "y": 0},
               "vehicleTypeNodeProperties": [{"vehicleTypeId": "acme.fork"}]}]},
            """);
    assertThat(read(two).findings())
        .extracting(Finding::toString)
        .contains("layouts: there are several layouts (L0, L1); name the one to take");
    String lift = two.replace("\"endNodeId\": \"N3\"", "\"endNodeId\": \"UP\"");
    Imported read = LifReader.read(lift.getBytes(UTF_8), Optional.of("L1"));
    assertThat(read.plan().orElseThrow().lanes()).hasSize(1);
    assertThat(read.findings())
        .extracting(Finding::toString)
        .contains("layouts[1].edges[1]: leads to 'UP' in another layout and is left out");
  }

  @Test
  void aFieldThatLifDoesNotKnowIsNamed() {
    assertThat(
            read(FOREIGN.replace("\"edgeId\": \"E2\"", "\"edgeId\": \"E2\", \"colour\": 1"))
                .findings())
        .extracting(Finding::toString)
        .contains("layouts[0].edges[1]: the field 'colour' is not known and is left out");
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFloorComesBackAsItWasWritten(long seed) {
    FloorPlan plan = floor(new Random(seed));
    LifWriter.Written written = LifWriter.write(plan, "floor", AT);
    assertThat(written.findings()).isEmpty();
    Imported read = read(written.json());
    assertThat(read.findings()).isEmpty();
    assertThat(read.plan()).hasValue(plan);
  }

  @Test
  void whatLifCannotSayIsListed() {
    FloorPlan plain = floor(new Random(1));
    List<Place> places = new ArrayList<>(plain.places());
    places.add(new Place("S-9", 99, 9, Use.SLOT, 4, "frozen"));
    FloorPlan rich =
        new FloorPlan(
            "hall",
            places,
            plain.lanes(),
            List.of(new Block("crossing", Set.of("N0", "N1"), 1)),
            List.of(),
            plain.types());
    assertThat(LifWriter.write(rich, "floor", AT).findings())
        .extracting(Finding::toString)
        .containsExactly(
            "S-9: the format cannot say this, it is lost: holds 4, zone 'frozen'",
            "the format cannot say this, it is lost: block crossing");
  }

  private static Imported read(String json) {
    return LifReader.read(json.getBytes(UTF_8), Optional.empty());
  }

  private static FloorPlan floor(Random random) {
    List<Place> places = new ArrayList<>();
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Use use = Use.values()[random.nextInt(Use.values().length)];
      places.add(new Place("N" + i, random.nextInt(400) / 10.0, i + random.nextDouble(), use));
    }
    for (int i = 1; i < 12; i++) {
      Place from = places.get(i - 1);
      Place to = places.get(i);
      LaneWay way = LaneWay.PLAIN;
      if (random.nextInt(3) == 0) {
        way =
            way.along(
                Curve.bezier(
                    List.of(
                        new Point(from.xM(), from.yM()),
                        new Point(random.nextDouble(), random.nextDouble()),
                        new Point(to.xM(), to.yM()))));
      }
      if (random.nextInt(3) == 0) {
        way = way.looking(random.nextBoolean() ? Heading.BACKWARDS : new Heading(0.5, false));
      }
      if (random.nextInt(3) == 0) {
        way = way.limiting(Map.of("fork", 0.3));
      }
      way = way.onlyFor(Loads.values()[random.nextInt(3)]);
      double speed = random.nextInt(5) == 0 ? 5 : 0.5 + random.nextInt(10) / 10.0;
      lanes.add(new Lane(from.id(), to.id(), speed, way));
    }
    List<VehicleType> types =
        List.of(
            new VehicleType("fork", Optional.empty(), Optional.empty()),
            new VehicleType("tugger", Optional.empty(), Optional.empty()));
    return new FloorPlan("hall", places, lanes, List.of(), List.of(), types);
  }
}
