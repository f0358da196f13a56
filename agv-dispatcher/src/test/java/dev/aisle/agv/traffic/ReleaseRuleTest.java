package dev.aisle.agv.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.planning.After;
import dev.aisle.agv.planning.After.Until;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.Pace;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A straight street of 40 nodes. */
class ReleaseRuleTest {
  private static final VehicleId ONE = new VehicleId("V1");
  private static final VehicleId TWO = new VehicleId("V2");

  /** Whatever it is told when it passes a node reaches it this much later, in seconds. */
  private static final double LATE_S = 1.2;

  @ParameterizedTest(name = "{0} m/s, braking {1} m/s2, a node every {2} m")
  @CsvSource({
    "0.6, 0.5, 2",
    "1.2, 0.5, 2",
    "1.5, 0.5, 0.5",
    "2, 0.3, 2",
    "2.5, 0.5, 5",
    "2.5, 0.3, 1"
  })
  void aFreeStreetIsDrivenWithoutBraking(double speed, double braking, double apart) {
    Roadmap map = street(apart, 3);
    Pace pace = new Pace(speed, 1, braking, "");
    long released = 1;
    for (long reached = 1; reached < 30; reached++) {
      double leftWhenAnswered = (released - reached) * apart - LATE_S * speed;
      if (reached > 1) {
        assertThat(leftWhenAnswered)
            .as("metres left at node %d when the answer comes", reached)
            .isGreaterThanOrEqualTo(pace.stoppingM(speed));
      }
      released = release(map, pace, reached, released, false, Map.of());
      if (30 - released < 3) {
        return;
      }
    }
  }

  @Test
  void noMoreIsReleasedThanThat() {
    Roadmap map = street(2, 3);
    assertThat(release(map, Pace.of(1), 5, 5, false, Map.of())).isEqualTo(8);
    assertThat(release(map, Pace.of(1), 5, 8, false, Map.of())).isEqualTo(8);
  }

  @Test
  void aVehicleThatAsksForMoreGetsMore() {
    Roadmap map = street(2, 3);
    assertThat(release(map, Pace.of(1), 5, 8, true, Map.of())).isEqualTo(9);
  }

  @Test
  void theSpeedLimitOfTheLaneCounts() {
    assertThat(release(street(2, 0.3), Pace.of(2.5), 5, 5, false, Map.of())).isEqualTo(7);
    assertThat(release(street(2, 3), Pace.of(2.5), 5, 5, false, Map.of())).isEqualTo(11);
  }

  @Test
  void nothingIsReleasedBeforeWhoGoesFirstHasGone() {
    Itinerary other = itinerary(TWO, Pace.of(1), 4, 4, Map.of());
    After left = new After(TWO, 4, Until.LEFT);
    assertThat(release(street(2, 3), Pace.of(1), 5, 5, false, Map.of(7L, left), other))
        .isEqualTo(6);
    Itinerary gone = itinerary(TWO, Pace.of(1), 5, 5, Map.of());
    assertThat(release(street(2, 3), Pace.of(1), 5, 5, false, Map.of(7L, left), gone)).isEqualTo(8);
  }

  private static long release(
      Roadmap map,
      Pace pace,
      long reached,
      long released,
      boolean eager,
      Map<Long, After> waits,
      Itinerary... others) {
    Itinerary own = itinerary(ONE, pace, reached, released, waits);
    Map<VehicleId, Itinerary> all = new HashMap<>(Map.of(ONE, own));
    for (Itinerary other : others) {
      all.put(other.vehicle(), other);
    }
    return ReleaseRule.releaseTo(map, own, all, eager);
  }

  private static Itinerary itinerary(
      VehicleId vehicle, Pace pace, long reached, long released, Map<Long, After> waits) {
    List<Visit> visits = new ArrayList<>();
    for (long i = reached; i < 40; i++) {
      List<After> after = waits.containsKey(i) ? List.of(waits.get(i)) : List.of();
      visits.add(new Visit(i, "N" + i, Optional.empty(), after));
    }
    return new Itinerary(vehicle, pace, reached, released, visits, 0);
  }

  private static Roadmap street(double apartM, double speedMps) {
    List<Node> nodes = new ArrayList<>();
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      nodes.add(new Node("N" + i, apartM * i, 0, NodeKind.LANE));
      if (i > 0) {
        lanes.add(new Lane("N" + (i - 1), "N" + i, speedMps));
      }
    }
    return Roadmap.of(nodes, lanes, List.of());
  }
}
