package dev.aisle.agv.charging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.charging.ChargerPlan.Wish;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who charges where, and whether it gets there. A line of 100 m, a charger at each end. */
class ChargerPlanTest {
  private static final List<String> BOTH = List.of("C1", "C2");
  private static final Roadmap LINE =
      Roadmap.of(
          List.of(
              new Node("C1", 0, 0, NodeKind.CHARGER),
              new Node("N", 40, 0, NodeKind.LANE),
              new Node("C2", 100, 0, NodeKind.CHARGER)),
          List.of(
              new Lane("N", "C1", 1),
              new Lane("C1", "N", 1),
              new Lane("N", "C2", 1),
              new Lane("C2", "N", 1)),
          List.of());

  @Test
  void theEmptiestGoesToTheNearestAndWhoFindsNoneWaits() {
    assertThat(
            ChargerPlan.leases(LINE, BOTH, List.of(must("V1", 20), must("V2", 10), must("V3", 15))))
        .containsOnly(
            org.assertj.core.api.Assertions.entry(new VehicleId("V2"), "C1"),
            org.assertj.core.api.Assertions.entry(new VehicleId("V3"), "C2"));
  }

  @Test
  void whoMustChargeKeepsItsChargerAndWhoOnlyUsesTheTimeLeavesForIt() {
    Wish full = new Wish(new VehicleId("V1"), 70, false, "C1", 1, Optional.of("C1"), true);
    Wish half = new Wish(new VehicleId("V2"), 40, true, "C2", 1, Optional.of("C2"), true);
    assertThat(ChargerPlan.leases(LINE, BOTH, List.of(full, half, must("V3", 15))))
        .containsEntry(new VehicleId("V2"), "C2")
        .containsEntry(new VehicleId("V3"), "C1")
        .hasSize(2);
  }

  @Test
  void whoCameTooShortAgoIsNotSentAway() {
    Wish fresh = new Wish(new VehicleId("V1"), 70, false, "C1", 1, Optional.of("C1"), false);
    assertThat(ChargerPlan.leases(LINE, List.of("C1"), List.of(fresh, must("V3", 15))))
        .containsOnlyKeys(new VehicleId("V1"));
  }

  @Test
  void anIdleVehicleUsesAChargerThatNobodyNeeds() {
    Wish idle = new Wish(new VehicleId("V1"), 65, false, "N", 1, Optional.empty(), true);
    assertThat(ChargerPlan.leases(LINE, BOTH, List.of(idle, must("V2", 10))))
        .containsEntry(new VehicleId("V2"), "C1")
        .containsEntry(new VehicleId("V1"), "C2");
  }

  @Test
  void theWayToTheChargerSetsWhatABatteryMustStillHold() {
    Drain drain = new Drain(0.1, Optional.empty());
    long way = Reach.toNearestMs(LINE, "N", BOTH, 1);
    assertThat(way).isBetween(40_000L, 41_000L);
    assertThat(Reach.neededPercent(drain, 40_000)).isEqualTo(Reach.EMPTY + 1.5 * 4);
    assertThat(Reach.enduranceMs(drain, 31, 40_000)).isEqualTo(200_000);
    assertThat(Reach.enduranceMs(drain, 8, way)).isZero();
  }

  @Test
  void whatAVehicleUsesIsLearnedFromItsReports() {
    Instant at = Instant.parse("2026-03-01T06:00:00Z");
    Drain drain = Drain.UNKNOWN;
    for (int minute = 0; minute < 30; minute++) {
      drain = drain.report(90 - 2 * minute, false, at.plusSeconds(60L * minute));
    }
    assertThat(drain.percentPerS() * 60)
        .isCloseTo(2, org.assertj.core.data.Percentage.withPercentage(2));
    Drain charging = drain.report(30, true, at.plusSeconds(3600));
    assertThat(charging.percentPerS()).isEqualTo(drain.percentPerS());
  }

  private static Wish must(String vehicle, double percent) {
    return new Wish(new VehicleId(vehicle), percent, true, "N", 1, Optional.empty(), true);
  }
}
