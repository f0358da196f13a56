package dev.aisle.hmi.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.StandingTroubles.Trouble;
import dev.aisle.hmi.testing.WebServer;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviationAlarmsTest {

  @Test
  void whatIsStillOpenInTheDatabaseStandsUntilItIsSettled() {
    Deviations deviations = WebServer.running().bean(Deviations.class);
    var open = new DeviationAlarms.Open(deviations);
    deviations.open(DeviationKind.TRUCK_FULL, "load-77", Optional.empty(), Map.of());
    deviations.open(DeviationKind.UNKNOWN_TAG, "3034AA", Optional.empty(), Map.of());
    assertThat(open.standing())
        .contains(new Trouble(AlarmType.TRUCK_FULL, "load-77", Map.of("subject", "load-77")))
        .noneMatch(trouble -> trouble.source().equals("3034AA"));
    Actor by = new Actor("wang");
    deviations.settle(DeviationKind.TRUCK_FULL, "load-77", by, "gone");
    deviations.settle(DeviationKind.UNKNOWN_TAG, "3034AA", by, "gone");
    assertThat(open.standing()).noneMatch(trouble -> trouble.source().equals("load-77"));
  }
}
