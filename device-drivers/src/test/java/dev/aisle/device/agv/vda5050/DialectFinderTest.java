package dev.aisle.device.agv.vda5050;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.vda5050.Dialect.DeviationKey;
import dev.aisle.device.agv.vda5050.Dialect.InstantActionsKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialectFinderTest {
  private static final VehicleId AGV = new VehicleId("AGV-01");
  private static final Instant ASKED = Instant.parse("2026-03-02T06:00:00Z");

  private final DialectFinder finder = new DialectFinder();

  @Test
  void oneThatShowsTheActionIsSpokenToByTheText() {
    finder.asked("ask-1", ASKED);
    assertThat(changesWithin(3)).isZero();
    assertThat(finder.heard(state(4, "ask-1"))).isFalse();
    finder.asked("ask-2", ASKED.plusSeconds(10));
    assertThat(changesWithin(50)).isZero();
    assertThat(finder.found()).isEqualTo(DialectOverrides.NONE);
  }

  @Test
  void oneThatNeverShowsItIsToldByBothKeysAndThenNoMore() {
    finder.asked("ask-1", ASKED);
    assertThat(changesWithin(6)).isEqualTo(1);
    assertThat(finder.found().instantActions()).contains(InstantActionsKey.BOTH);
    finder.asked("ask-2", ASKED);
    assertThat(changesWithin(6)).isEqualTo(1);
    assertThat(finder.found()).isEqualTo(DialectOverrides.NONE);
    finder.asked("ask-3", ASKED);
    assertThat(changesWithin(50)).isZero();
  }

  @Test
  void bothKeysStayWhereTheyHelped() {
    finder.asked("ask-1", ASKED);
    changesWithin(6);
    finder.asked("ask-2", ASKED);
    assertThat(finder.heard(state(7, "ask-2"))).isFalse();
    assertThat(changesWithin(50)).isZero();
    assertThat(finder.found().instantActions()).contains(InstantActionsKey.BOTH);
  }

  @Test
  void aBurstOfStatesIsNoReasonForAnything() {
    finder.asked("ask-1", ASKED);
    for (int i = 0; i < 50; i++) {
      assertThat(finder.heard(state(1, "other"))).isFalse();
    }
  }

  @Test
  void itsFactsheetTellsHowItSpellsTheDeviation() {
    assertThat(finder.heard(factsheet("order.nodes.nodePosition.allowedDeviationXy"))).isTrue();
    assertThat(finder.found().deviation()).contains(DeviationKey.LOWER);
    assertThat(finder.heard(factsheet("order.nodes.nodePosition.allowedDeviationXY"))).isTrue();
    assertThat(finder.found().deviation()).contains(DeviationKey.UPPER);
    assertThat(finder.heard(factsheet("order.nodes.nodePosition.theta"))).isFalse();
  }

  private int changesWithin(int states) {
    int changes = 0;
    for (int i = 1; i <= states; i++) {
      changes += finder.heard(state(i + 5, "other")) ? 1 : 0;
    }
    return changes;
  }

  private static VehicleReport.State state(int second, String action) {
    VehicleReport.State any = Samples.state(5);
    return new VehicleReport.State(
        AGV,
        ASKED.plusSeconds(second),
        any.headerId(),
        any.orderId(),
        any.orderUpdateId(),
        any.lastNodeId(),
        any.lastNodeSequenceId(),
        any.nodeStates(),
        any.edgeStates(),
        any.pose(),
        any.driving(),
        any.paused(),
        any.newBaseRequest(),
        any.mode(),
        any.batteryPercent(),
        any.charging(),
        any.loads(),
        List.of(
            new VehicleReport.ActionState(
                action, "stateRequest", VehicleReport.ActionStatus.FINISHED, "")),
        any.errors(),
        any.emergencyStop(),
        any.details());
  }

  private static VehicleReport.Factsheet factsheet(String parameter) {
    VehicleCapabilities any = Samples.facts();
    Map<String, Boolean> parameters = new LinkedHashMap<>();
    parameters.put(parameter, false);
    return new VehicleReport.Factsheet(
        AGV,
        ASKED,
        Map.of(),
        new VehicleCapabilities(
            any.series(),
            any.vehicleClass(),
            any.kinematics(),
            any.maxLoadKg(),
            any.motion(),
            any.size(),
            any.limits(),
            parameters,
            any.skills(),
            any.envelopes(),
            any.loads(),
            any.charging(),
            any.zones()));
  }
}
