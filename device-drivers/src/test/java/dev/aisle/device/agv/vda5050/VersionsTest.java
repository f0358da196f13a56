package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Samples.AGV;
import static dev.aisle.device.agv.vda5050.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails;
import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.StateDetails.Grant;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.StateDetails.RequestStatus;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.VehicleOrder.ControlPoint;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import dev.aisle.device.agv.VehicleOrder.Heading;
import dev.aisle.device.agv.VehicleOrder.Passage;
import dev.aisle.device.agv.VehicleOrder.ReleaseLoss;
import dev.aisle.device.agv.VehicleOrder.Trajectory;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import dev.aisle.device.agv.VehicleReport.WayPoint;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.ZoneSet.Corner;
import dev.aisle.device.agv.ZoneSet.Rule;
import dev.aisle.device.agv.ZoneSet.Zone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R065, R069: the same fleet in VDA 5050 2.0, 2.1 and 3.0. */
class VersionsTest {
  static Stream<Arguments> versionsAndSeeds() {
    return Stream.of(Version.values())
        .flatMap(
            version -> LongStream.rangeClosed(1, 40).mapToObj(seed -> Arguments.of(version, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("versionsAndSeeds")
  void anOrderKeepsToTheSchemaOfItsVersionAndIsUnderstood(Version version, long seed) {
    VehicleOrder order = Samples.order(seed);
    Dialect whole = Dialect.standard(version).with(Dialect.StitchingActions.REPEATED);
    byte[] json = new ControllerCodec(version, whole).writeOrder(order, Samples.header(version));
    assertThat(OfficialSchema.ORDER.faults(version, json)).isEmpty();
    assertThat(vehicle(version).readOrder(AGV, json)).isEqualTo(new Parsed.Good<>(order));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("versionsAndSeeds")
  void aStateKeepsToTheSchemaOfItsVersionAndIsUnderstood(Version version, long seed) {
    VehicleReport.State state = Samples.state(seed);
    byte[] json = vehicle(version).writeState(state, Samples.header(version));
    assertThat(OfficialSchema.STATE.faults(version, json)).isEmpty();
    assertThat(controller(version).readState(AGV, NOW, json)).isEqualTo(new Parsed.Good<>(state));
  }

  @ParameterizedTest
  @EnumSource
  void aFactsheetIsUnderstoodInEveryVersion(Version version) {
    byte[] json = vehicle(version).writeFactsheet(Samples.facts(), Samples.header(version));
    assertThat(OfficialSchema.FACTSHEET.faults(version, json)).isEmpty();
    VehicleReport.Factsheet read =
        (VehicleReport.Factsheet) good(controller(version).readFactsheet(AGV, NOW, json));
    assertThat(read.capabilities())
        .usingRecursiveComparison()
        .ignoringFields(version.hasZones() ? new String[0] : new String[] {"skills.blocking"})
        .isEqualTo(Samples.facts());
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateRepeatsTheActionsOfItsFirstNodeOnlySinceTheThirdVersion(Version version) {
    VehicleOrder.Action uncharge =
        new VehicleOrder.Action("o:uncharge", "stopCharging", Blocking.HARD, Map.of());
    VehicleOrder.Node first =
        new VehicleOrder.Node("A", 0, true, 0, 0, 0.1, "hall", List.of(uncharge));
    List<List<VehicleOrder.Action>> told = new ArrayList<>();
    for (int update : new int[] {0, 1}) {
      VehicleOrder order = new VehicleOrder(AGV, "o", update, List.of(first), List.of());
      byte[] json = controller(version).writeOrder(order, Samples.header(version));
      assertThat(OfficialSchema.ORDER.faults(version, json)).isEmpty();
      told.add(good(vehicle(version).readOrder(AGV, json)).nodes().getFirst().actions());
    }
    assertThat(told.get(0)).containsExactly(uncharge);
    if (version == Version.V3_0) {
      assertThat(told.get(1)).containsExactly(uncharge);
    } else {
      assertThat(told.get(1)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPassageThatTheVersionKnowsArrives(Version version) {
    Corridor corridor = new Corridor(0.4, 0.6, false, true, ReleaseLoss.RETURN);
    Trajectory way =
        new Trajectory(
            2,
            List.of(0.0, 0.0, 0.0, 1.0, 1.0, 1.0),
            List.of(
                new ControlPoint(0, 0, 1), new ControlPoint(2, 0, 0.5), new ControlPoint(2, 2, 1)));
    Passage passage =
        new Passage(
            Optional.of(2.1),
            Optional.of(0.3),
            Optional.of(new Heading(0.5, true)),
            Optional.of(0.7),
            Optional.of(12.5),
            Optional.of(corridor),
            Optional.of(way));
    VehicleOrder order = through(passage);
    byte[] json = controller(version).writeOrder(order, Samples.header(version));
    assertThat(OfficialSchema.ORDER.faults(version, json)).isEmpty();
    Passage read = good(vehicle(version).readOrder(AGV, json)).edges().getFirst().passage();
    switch (version) {
      case V2_0 -> assertThat(read.corridor()).isEmpty();
      case V2_1 ->
          assertThat(read.corridor())
              .contains(new Corridor(0.4, 0.6, false, false, ReleaseLoss.STOP));
      case V3_0 -> assertThat(read.corridor()).contains(corridor);
    }
    assertThat(read.heading()).contains(new Heading(0.5, true));
    assertThat(read.maxHeightM()).contains(2.1);
    assertThat(read.minLoadHandlingHeightM()).contains(0.3);
    assertThat(read.maxRotationRadps()).contains(0.7);
    assertThat(read.lengthM()).contains(12.5);
    assertThat(read.trajectory()).contains(way);
  }

  @ParameterizedTest
  @EnumSource
  void everyInstantActionOfTheVersionKeepsToItsSchemaAndIsUnderstood(Version version) {
    List<InstantAction> all =
        Stream.of(PredefinedAction.values())
            .filter(one -> one.isInstant() && one.isIn(version))
            .map(one -> new InstantAction(AGV, "id-" + one.type(), one.type(), values(one)))
            .toList();
    assertThat(all)
        .hasSize(
            switch (version) {
              case V2_0 -> 9;
              case V2_1 -> 12;
              case V3_0 -> 24;
            });
    byte[] json = controller(version).writeInstantActions(all, Samples.header(version));
    assertThat(OfficialSchema.INSTANT_ACTIONS.faults(version, json)).isEmpty();
    assertThat(good(vehicle(version).readInstantActions(AGV, json))).isEqualTo(all);
  }

  private static Map<String, String> values(PredefinedAction action) {
    return action.parameters().stream()
        .collect(Collectors.toMap(PredefinedAction.Parameter::key, one -> "v-" + one.key()));
  }

  @Test
  void thePlannedWayRequestsAndZonesOfAThirdVersionStateArrive() {
    StateDetails details =
        new StateDetails(
            Optional.of(new StateDetails.Velocity(0.8, 0, 0.1)),
            Optional.of(1.25),
            Optional.of(4_000.0),
            true,
            List.of(new ActionState("c1", "cancelOrder", ActionStatus.RUNNING, "")),
            List.of(new ActionState("z1", "beep", ActionStatus.RETRIABLE, "jammed")),
            List.of(new StateDetails.MapState("hall", "3", true)),
            List.of(new StateDetails.ZoneSetState("set-1", "hall", false)),
            List.of(
                new AccessRequest(
                    "r1", RequestKind.ACCESS, "gate", "set-1", RequestStatus.REQUESTED),
                new AccessRequest("r2", RequestKind.CORRIDOR, "E4", "7", RequestStatus.GRANTED)),
            List.of(new WayPoint(1.5, 2.5, Optional.empty())),
            List.of(new StateDetails.Information("build", "7.2", true)));
    VehicleReport.State state = Samples.state(3).with(details);
    byte[] json = vehicle(Version.V3_0).writeState(state, Samples.header(Version.V3_0));
    assertThat(OfficialSchema.STATE.faults(Version.V3_0, json)).isEmpty();
    VehicleReport.State read =
        (VehicleReport.State) good(controller(Version.V3_0).readState(AGV, NOW, json));
    assertThat(read).isEqualTo(state);
    assertThat(read.allActionStates())
        .extracting(ActionState::actionId)
        .containsExactly("T1:pick", "c1");
  }

  @ParameterizedTest
  @EnumSource(
      value = Version.class,
      names = {"V2_0", "V2_1"})
  void whatTheSecondVersionsHaveNoWordForIsSaidByTheNearestSaferOne(Version version) {
    assertThat(Words.mode(OperatingMode.STARTUP, version)).isEqualTo("SERVICE");
    assertThat(Words.mode(OperatingMode.INTERVENED, version)).isEqualTo("MANUAL");
    assertThat(Words.blocking(Blocking.SINGLE, version)).isEqualTo("HARD");
    assertThat(Words.status(ActionStatus.RETRIABLE, version)).isEqualTo("FAILED");
    assertThat(Words.level(VehicleError.Level.CRITICAL, version)).isEqualTo("FATAL");
    assertThat(Words.connection(ConnectionState.HIBERNATING, version)).isEqualTo("OFFLINE");
  }

  @ParameterizedTest
  @EnumSource
  void theLastWillIsUnderstoodInEitherSpelling(Version version) {
    for (String word : List.of("CONNECTIONBROKEN", "CONNECTION_BROKEN")) {
      byte[] json = "{\"connectionState\":\"%s\"}".formatted(word).getBytes(StandardCharsets.UTF_8);
      assertThat(controller(version).readConnection(AGV, NOW, json))
          .isEqualTo(
              new Parsed.Good<>(new VehicleReport.Connection(AGV, NOW, ConnectionState.BROKEN)));
    }
    byte[] own = vehicle(version).writeConnection(ConnectionState.BROKEN, Samples.header(version));
    assertThat(OfficialSchema.CONNECTION.faults(version, own)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void instantActionsAreUnderstoodByTheirNameInTheVersion(Version version) {
    InstantAction action = new InstantAction(AGV, "i1", "initPosition", Map.of("x", "1.5"));
    byte[] json = controller(version).writeInstantActions(List.of(action), Samples.header(version));
    assertThat(OfficialSchema.INSTANT_ACTIONS.faults(version, json)).isEmpty();
    assertThat(text(json))
        .contains(version == Version.V3_0 ? "\"initializePosition\"" : "\"initPosition\"");
    assertThat(text(json).contains("\"actionName\"")).isEqualTo(version == Version.V2_0);
    assertThat(vehicle(version).readInstantActions(AGV, json))
        .isEqualTo(new Parsed.Good<>(List.of(action)));
  }

  @Test
  void aVehicleThatKnowsOnlyTheOldKeyIsSpokenToWithIt() {
    Dialect old = Dialect.standard(Version.V2_0).with(Dialect.InstantActionsKey.INSTANT_ACTIONS);
    byte[] json =
        new ControllerCodec(Version.V2_0, old)
            .writeInstantActions(List.of(Samples.cancel()), Samples.header(Version.V2_0));
    assertThat(text(json)).contains("\"instantActions\"").doesNotContain("\"actions\"");
    assertThat(new VehicleSideCodec(Version.V2_0, old).readInstantActions(AGV, json))
        .isEqualTo(new Parsed.Good<>(List.of(Samples.cancel())));
    assertThat(vehicle(Version.V2_0).readInstantActions(AGV, json)).isInstanceOf(Parsed.Bad.class);
  }

  @ParameterizedTest
  @EnumSource
  void aNodesDeviationIsReadByAVehicleOfEitherSpelling(Dialect.DeviationKey knows) {
    byte[] json =
        controller(Version.V2_0).writeOrder(Samples.order(5), Samples.header(Version.V2_0));
    VehicleSideCodec vehicle =
        new VehicleSideCodec(Version.V2_0, Dialect.standard(Version.V2_0).with(knows));
    assertThat(good(vehicle.readOrder(AGV, json)).nodes().getFirst().deviationM()).isEqualTo(0.25);
  }

  @Test
  void everyKindOfZoneKeepsToTheSchemaAndIsUnderstood() {
    List<Rule> rules =
        List.of(
            new Rule.Blocked(),
            new Rule.LineGuided(),
            new Rule.Release(ZoneSet.Loss.EVACUATE),
            new Rule.CoordinatedReplanning(),
            new Rule.SpeedLimit(0.5),
            new Rule.Actions(
                List.of(new VehicleOrder.Action("", "beep", Blocking.SINGLE, Map.of("n", "2"))),
                List.of(),
                List.of(new VehicleOrder.Action("", "beep", Blocking.NONE, Map.of(), true))),
            new Rule.Priority(0.25),
            new Rule.Penalty(1.0),
            new Rule.Directed(1.5, false, ZoneSet.Strictness.STRICT),
            new Rule.Directed(-1.5, true, ZoneSet.Strictness.RESTRICTED));
    List<Zone> zones = new ArrayList<>();
    for (Rule rule : rules) {
      zones.add(
          new Zone(
              "zone-" + zones.size(),
              List.of(new Corner(0, 0), new Corner(4, 0), new Corner(4, 3)),
              rule));
    }
    ZoneSet set = new ZoneSet("set-1", "hall", zones);
    byte[] json = controller(Version.V3_0).writeZoneSet(set, Samples.header(Version.V3_0));
    assertThat(OfficialSchema.ZONE_SET.faults(Version.V3_0, json)).isEmpty();
    assertThat(vehicle(Version.V3_0).readZoneSet(json)).isEqualTo(new Parsed.Good<>(set));
    assertThatThrownBy(
            () -> controller(Version.V2_1).writeZoneSet(set, Samples.header(Version.V2_1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void responsesKeepToTheSchemaAndAreUnderstood() {
    List<AccessResponse> responses =
        List.of(
            new AccessResponse("r1", Grant.GRANTED, Optional.of(NOW.plusSeconds(30))),
            new AccessResponse("r2", Grant.QUEUED, Optional.empty()),
            new AccessResponse("r3", Grant.REVOKED, Optional.empty()));
    byte[] json = controller(Version.V3_0).writeResponses(responses, Samples.header(Version.V3_0));
    assertThat(OfficialSchema.RESPONSES.faults(Version.V3_0, json)).isEmpty();
    assertThat(vehicle(Version.V3_0).readResponses(json)).isEqualTo(new Parsed.Good<>(responses));
  }

  @Test
  void aVersionIsFoundByItsNumber() {
    assertThat(Version.of("2.0.0")).contains(Version.V2_0);
    assertThat(Version.of("2.1")).contains(Version.V2_1);
    assertThat(Version.of("2.2.0")).contains(Version.V2_1);
    assertThat(Version.of("3.0.0")).contains(Version.V3_0);
    assertThat(Version.of("1.1.0")).isEmpty();
    assertThat(Version.of("")).isEmpty();
  }

  @Test
  void topicsFollowTheVersion() {
    assertThat(new Vda5050Vehicle(AGV, "acme", "0001", Version.V3_0).topic(Topic.RESPONSES))
        .isEqualTo("vda5050/v3/acme/0001/responses");
  }

  private static VehicleOrder through(Passage passage) {
    VehicleOrder.Node a = new VehicleOrder.Node("A", 0, true, 0, 0, 0.1, "hall", List.of());
    VehicleOrder.Node b = new VehicleOrder.Node("B", 2, true, 5, 0, 0.1, "hall", List.of());
    VehicleOrder.Edge edge =
        new VehicleOrder.Edge("A-B", 1, true, "A", "B", Optional.of(1.0), passage);
    return new VehicleOrder(AGV, "o", 0, List.of(a, b), List.of(edge));
  }

  private static ControllerCodec controller(Version version) {
    return new ControllerCodec(version, Dialect.standard(version));
  }

  private static VehicleSideCodec vehicle(Version version) {
    return new VehicleSideCodec(version, Dialect.standard(version));
  }

  private static <T> T good(Parsed<T> parsed) {
    return ((Parsed.Good<T>) parsed).message();
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
