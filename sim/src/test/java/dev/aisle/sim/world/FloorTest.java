package dev.aisle.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.sim.world.PortalSpec.Flow;
import dev.aisle.sim.world.PortalSpec.Hangs;
import dev.aisle.sim.world.UnitState.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorTest {
  private static final TaggedUnit FIRST =
      new TaggedUnit("106141412345678908", "3174257bf4499602d2000000");
  private static final TaggedUnit SECOND =
      new TaggedUnit("195211412345678900", "3176451FD4499602D2000000");
  private static final List<PortalSpec> PORTALS =
      List.of(
          PortalSpec.of("D1", "reader-D1", Flow.INBOUND),
          PortalSpec.of("X1", "reader-X1", Flow.OUTBOUND));
  private static final Predicate<String> OPEN = point -> true;
  private static final Predicate<String> SHUT = point -> false;

  private Floor floor = new Floor(PORTALS, Optional.empty());

  @Test
  void aPalletPassesOuterEyeReaderAndInnerEyeInThisOrder() {
    floor.truckArrives("D1", "ADV-1", List.of(FIRST));
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      floor.step(0.05, OPEN);
      note(seen, "outer", floor.sensors().get("D1.eye-outer"));
      note(seen, "read", !floor.tagsInField("reader-D1").isEmpty());
      note(seen, "inner", floor.sensors().get("D1.eye-inner"));
    }
    assertThat(seen).containsExactly("outer", "read", "inner");
    assertThat(place(FIRST)).isEqualTo(Place.NODE);
    assertThat(floor.unitAt("D1")).map(UnitState::sscc).contains(FIRST.sscc());
  }

  @Test
  void peoplePutAUnitWhereNothingElseStandsAlsoOffAVehicleOrAfterItWasGone() {
    floor.unitPacked(FIRST, "A");
    floor.unitPacked(SECOND, "B");
    assertThat(floor.unitPut(FIRST.sscc(), "B")).isFalse();
    floor.pickUp("A", "AGV-01");
    assertThat(floor.unitPut(FIRST.sscc(), "C")).isTrue();
    assertThat(floor.loadOf("AGV-01")).isEmpty();
    floor.unitRemoved(FIRST.sscc());
    assertThat(floor.unitPut(FIRST.sscc(), "A")).isTrue();
    assertThat(floor.unitPut(FIRST.sscc(), "A")).as("it stands there").isTrue();
    assertThat(floor.unitAt("A")).map(UnitState::sscc).contains(FIRST.sscc());
    assertThat(floor.unitPut("000000000000000000", "D")).isFalse();
  }

  @Test
  void antennasThatHangApartHearAPalletOneLineAfterTheOther() {
    Map<Integer, Hangs> hanging =
        Map.of(1, Hangs.OUTER, 2, Hangs.OUTER, 3, Hangs.INNER, 4, Hangs.INNER);
    floor =
        new Floor(
            List.of(PORTALS.get(0).with(hanging), PORTALS.get(1).with(hanging)), Optional.empty());
    floor.truckArrives("D1", "ADV-1", List.of(FIRST));
    floor.unitPacked(SECOND, "X1");
    Map<String, Map<Integer, double[]>> strengths = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      floor.step(0.05, OPEN);
      for (String reader : List.of("reader-D1", "reader-X1")) {
        for (TagInField tag : floor.tagsInField(reader)) {
          strengths.computeIfAbsent(reader, r -> new HashMap<>())
                  .computeIfAbsent(tag.antenna().orElseThrow(), a -> new double[400])[i] =
              100 + tag.rssiDbm();
        }
      }
    }
    Map<Integer, double[]> inwards = strengths.get("reader-D1");
    assertThat(inwards).containsOnlyKeys(1, 2, 3, 4);
    int outer = strongest(inwards.get(1));
    int inner = strongest(inwards.get(3));
    assertThat(inner - outer).as("ticks").isBetween(50, 70);
    assertThat(strongest(inwards.get(2))).isEqualTo(outer);
    assertThat(inwards.get(1)[outer]).isNotEqualTo(inwards.get(2)[outer]);
    assertThat(inwards.get(3)[outer]).as("still too far away").isZero();
    assertThat(inwards.get(1)[inner]).as("too far away again").isZero();
    Map<Integer, double[]> outwards = strengths.get("reader-X1");
    assertThat(strongest(outwards.get(1)) - strongest(outwards.get(3))).isBetween(50, 70);
  }

  private static int strongest(double[] strengths) {
    int best = 0;
    for (int i = 0; i < strengths.length; i++) {
      best = strengths[i] > strengths[best] ? i : best;
    }
    return best;
  }

  private static void note(List<String> seen, String what, boolean now) {
    if (now && !seen.contains(what)) {
      seen.add(what);
    }
  }

  @Test
  void nothingPassesAClosedDoor() {
    floor.truckArrives("D1", "ADV-1", List.of(FIRST));
    run(60, SHUT);
    assertThat(place(FIRST)).isEqualTo(Place.TRUCK);
    assertThat(floor.sensors()).containsEntry("D1.truck-here", true);
    assertThat(floor.sensors()).containsEntry("D1.door-is-closed", true);
  }

  @Test
  void theNextPalletWaitsUntilTheDockIsFreeAndThenTheTruckLeaves() {
    floor.truckArrives("D1", "ADV-1", List.of(FIRST, SECOND));
    run(60, OPEN);
    assertThat(place(FIRST)).isEqualTo(Place.NODE);
    assertThat(place(SECOND)).isEqualTo(Place.TRUCK);
    assertThat(floor.pickUp("D1", "AGV-01")).contains(FIRST);
    run(60, OPEN);
    assertThat(place(SECOND)).isEqualTo(Place.NODE);
    assertThat(floor.trucks()).isEmpty();
    assertThat(floor.sensors()).containsEntry("D1.truck-here", false);
  }

  @Test
  void theSameAdviceTwiceBringsOneTruck() {
    floor.truckArrives("D1", "ADV-1", List.of(FIRST));
    floor.truckArrives("D1", "ADV-1", List.of(FIRST));
    assertThat(floor.trucks()).hasSize(1);
    assertThat(floor.units()).hasSize(1);
  }

  @Test
  void aUnitOnTheShippingDockLeavesThroughInnerThenOuterEye() {
    floor.unitPacked(FIRST, "X1");
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      floor.step(0.05, OPEN);
      note(seen, "inner", floor.sensors().get("X1.eye-inner"));
      note(seen, "outer", floor.sensors().get("X1.eye-outer"));
      if (floor.sensors().get("X1.eye-inner")) {
        assertThat(floor.passing()).containsExactly(FIRST.sscc());
      }
    }
    assertThat(seen).containsExactly("inner", "outer");
    assertThat(floor.passing()).isEmpty();
    assertThat(place(FIRST)).isEqualTo(Place.GONE);
    assertThat(floor.unitAt("X1")).isEmpty();
  }

  @Test
  void aUnitWhoseReadWasLostIsCarriedThroughThePortalAgain() {
    floor.truckArrives("D1", "ADV-1", List.of(FIRST));
    run(60, OPEN);
    assertThat(floor.carryAgain(FIRST.sscc())).isTrue();
    assertThat(place(FIRST)).isEqualTo(Place.TRUCK);
    run(60, OPEN);
    assertThat(place(FIRST)).isEqualTo(Place.NODE);
    assertThat(floor.carryAgain("395211412345678908")).isFalse();
  }

  @Test
  void aSecondPackedUnitWaitsBesideTheTakenNode() {
    floor.unitPacked(FIRST, "K1");
    floor.unitPacked(SECOND, "K1");
    floor.unitPacked(SECOND, "K1");
    run(1, OPEN);
    assertThat(place(SECOND)).isEqualTo(Place.QUEUED);
    assertThat(floor.pickUp("K1", "AGV-01")).contains(FIRST);
    run(1, OPEN);
    assertThat(floor.unitAt("K1")).map(UnitState::sscc).contains(SECOND.sscc());
  }

  @Test
  void aVehicleCannotPutDownOnATakenNode() {
    floor.unitPacked(FIRST, "S-01-01");
    floor.unitPacked(SECOND, "K1");
    floor.pickUp("K1", "AGV-01");
    assertThat(floor.putDown("AGV-01", "S-01-01")).isFalse();
    assertThat(floor.loadOf("AGV-01")).contains(SECOND);
    assertThat(floor.putDown("AGV-01", "S-01-02")).isTrue();
    assertThat(floor.putDown("AGV-01", "S-01-03")).isFalse();
  }

  @Test
  void theFloorComesBackFromItsSnapshotAsItWas(@TempDir Path dir) {
    floor.truckArrives("D1", "ADV-1", List.of(FIRST, SECOND));
    run(5, OPEN);
    SnapshotFile<FloorState> file =
        new SnapshotFile<>(dir.resolve("new/world.json"), FloorState.class);
    assertThat(file.read()).isEmpty();
    file.write(floor.save());
    file.write(floor.save());
    Floor restored = new Floor(PORTALS, file.read());
    assertThat(restored.units()).isEqualTo(floor.units());
    assertThat(restored.trucks()).isEqualTo(floor.trucks());
    floor = restored;
    floor.truckArrives("D1", "ADV-1", List.of(FIRST, SECOND));
    run(60, OPEN);
    assertThat(place(FIRST)).isEqualTo(Place.NODE);
    assertThat(floor.units()).hasSize(2);
  }

  @Test
  void unitsThatLeftAreForgottenInTheEnd() {
    for (int i = 0; i < Floor.GONE_REMEMBERED + 50; i++) {
      String sscc = "%018d".formatted(i);
      floor.unitPacked(new TaggedUnit(sscc, "3176451FD4499602D2000000"), "K1");
      floor.unitRemoved(sscc);
    }
    assertThat(floor.units()).hasSize(Floor.GONE_REMEMBERED);
  }

  @Test
  void aTruckAtADockForGoodsOutIsRefused() {
    assertThatThrownBy(() -> floor.truckArrives("X1", "ADV-1", List.of(FIRST)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Place place(TaggedUnit unit) {
    return floor.units().stream()
        .filter(state -> state.unit().equals(unit))
        .findFirst()
        .orElseThrow()
        .place();
  }

  private void run(double seconds, Predicate<String> doors) {
    for (int i = 0; i < seconds * 20; i++) {
      floor.step(0.05, doors);
    }
  }
}
