package dev.aisle.agv.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.roadmap.geometry.Polygon;
import dev.aisle.device.agv.StateDetails.ZoneSetState;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.ZoneSet.Loss;
import dev.aisle.device.agv.ZoneSet.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZoneSetsTest {
  private static final Polygon OUTLINE =
      new Polygon(List.of(new Point(0, 0), new Point(2, 0), new Point(2, 2)));
  private static final Zone SLOW = new Zone("slow", OUTLINE, new Rule.SpeedLimit(0.3));
  private static final Zone GAP = new Zone("gap", OUTLINE, new Rule.Release(Loss.STOP));
  private static final Zone BEEP =
      new Zone(
          "beep",
          OUTLINE,
          new Rule.Actions(
              List.of(new Action("", "beep", Blocking.NONE, Map.of("a", "1", "b", "2"))),
              List.of(),
              List.of()));

  private static VehicleCapabilities knowing(String... kinds) {
    return with(VehicleCapabilities.Limits.NONE, List.of(), kinds);
  }

  private static VehicleCapabilities with(
      VehicleCapabilities.Limits limits, List<VehicleCapabilities.Skill> skills, String... kinds) {
    VehicleCapabilities unknown = VehicleCapabilities.UNKNOWN;
    return new VehicleCapabilities(
        "",
        "",
        "",
        Optional.empty(),
        unknown.motion(),
        unknown.size(),
        limits,
        Map.of(),
        skills,
        List.of(),
        List.of(),
        Optional.empty(),
        Set.of(kinds));
  }

  private static List<String> told(VehicleCapabilities can) {
    return ZoneSets.of(List.of(SLOW, Zone.area("yard", OUTLINE), GAP, BEEP), "hall", can)
        .zones()
        .stream()
        .map(ZoneSet.Zone::zoneId)
        .toList();
  }

  @Test
  void aVehicleIsToldTheKindsThatItKnowsThoseFirstThatKeepItOut() {
    assertThat(told(knowing("SPEED_LIMIT", "RELEASE", "PENALTY"))).containsExactly("gap", "slow");
    VehicleCapabilities.Limits one =
        new VehicleCapabilities.Limits(
            Map.of("zoneSet.zones", 1),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(told(with(one, List.of(), "SPEED_LIMIT", "RELEASE"))).containsExactly("gap");
  }

  @Test
  void aZoneWithActionsIsToldOnlyToWhoCanDoThem() {
    VehicleCapabilities.Skill pick =
        new VehicleCapabilities.Skill("pick", Set.of(), Set.of(), Map.of(), false, false);
    VehicleCapabilities.Skill beep =
        new VehicleCapabilities.Skill(
            "beep", Set.of(VehicleCapabilities.Scope.ZONE), Set.of(), Map.of(), false, false);
    assertThat(told(with(VehicleCapabilities.Limits.NONE, List.of(pick), "ACTION"))).isEmpty();
    assertThat(told(with(VehicleCapabilities.Limits.NONE, List.of(beep), "ACTION")))
        .containsExactly("beep");
  }

  @Test
  void otherZonesAreAnotherSetAndTheSameAreTheSame() {
    VehicleCapabilities can = knowing("RELEASE", "ACTION");
    String id = ZoneSets.of(List.of(GAP, BEEP), "hall", can).zoneSetId();
    assertThat(ZoneSets.of(List.of(GAP, BEEP), "hall", can).zoneSetId()).isEqualTo(id);
    assertThat(ZoneSets.of(List.of(GAP), "hall", can).zoneSetId()).isNotEqualTo(id);
    assertThat(ZoneSets.of(List.of(GAP, BEEP), "attic", can).zoneSetId()).isNotEqualTo(id);
  }

  @Test
  void theSetIsSentThenEnabledThenTheOldOneIsDeleted() {
    VehicleCapabilities can = knowing("RELEASE");
    ZoneSet set = ZoneSets.of(List.of(GAP), "hall", can);
    ZoneSetState old = new ZoneSetState("old", "hall", true);
    ZoneSetState elsewhere = new ZoneSetState("attic-1", "attic", false);
    assertThat(ZoneSets.next(set, List.of(old, elsewhere), can))
        .hasValue(new ZoneSets.Next.Send(set));
    assertThat(
            ZoneSets.next(set, List.of(old, new ZoneSetState(set.zoneSetId(), "hall", false)), can))
        .hasValue(new ZoneSets.Next.Enable(set.zoneSetId()));
    ZoneSetState ours = new ZoneSetState(set.zoneSetId(), "hall", true);
    assertThat(
            ZoneSets.next(
                set, List.of(new ZoneSetState("old", "hall", false), ours, elsewhere), can))
        .hasValue(new ZoneSets.Next.Delete("old"));
    assertThat(ZoneSets.next(set, List.of(ours, elsewhere), can)).isEmpty();
  }

  @Test
  void aFloorWithoutZonesTellsNothingButEndsWhatWasToldBefore() {
    VehicleCapabilities can = knowing("RELEASE");
    ZoneSet none = ZoneSets.of(List.of(), "hall", can);
    assertThat(ZoneSets.next(none, List.of(), can)).isEmpty();
    assertThat(ZoneSets.next(none, List.of(new ZoneSetState("old", "hall", true)), can))
        .hasValue(new ZoneSets.Next.Send(none));
  }
}
