package dev.aisle.agv.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.zone.ZonePauses.Word;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZonePausesTest {
  private static final VehicleId ONE = new VehicleId("AGV-01");
  private static final Word STAND = new Word(ONE, true);
  private static final Word GO_ON = new Word(ONE, false);

  private Instant now = Instant.parse("2026-03-01T06:00:00Z");
  private ZonePauses pauses = ZonePauses.NONE.pause(new ZonePause("gap", "lin", now));
  private boolean pausedByPerson;

  private List<Word> look(boolean inIt, boolean halted) {
    now = now.plusSeconds(2);
    Set<String> zones = inIt ? Set.of("gap") : Set.of();
    Presence one = new Presence(ONE, zones, zones, List.of(), true, true, halted);
    ZonePauses.Turn turn = pauses.next(List.of(one), v -> pausedByPerson, now);
    pauses = turn.pauses();
    return turn.words();
  }

  @Test
  void aVehicleInThePausedZoneIsToldToStandUntilItDoesAndOneOutsideIsNot() {
    assertThat(look(false, false)).isEmpty();
    assertThat(look(true, false)).containsExactly(STAND);
    assertThat(look(true, false)).as("the word may be lost").containsExactly(STAND);
    assertThat(look(true, true)).isEmpty();
    assertThat(pauses.holds(ONE)).isTrue();
  }

  @Test
  void itIsToldToGoOnUntilItDoesAlsoAfterARestart() {
    look(true, false);
    look(true, true);
    pauses = pauses.resume("gap");
    assertThat(look(true, true)).containsExactly(GO_ON);
    pauses = ZonePauses.of(pauses.zones(), pauses.halts());
    assertThat(look(true, true)).containsExactly(GO_ON);
    assertThat(look(true, false)).isEmpty();
    assertThat(pauses.isEmpty()).isTrue();
  }

  @Test
  void oneThatAPersonAlsoPausedStandsOn() {
    look(true, false);
    pausedByPerson = true;
    pauses = pauses.resume("gap");
    assertThat(look(true, true)).isEmpty();
    assertThat(pauses.isEmpty()).isTrue();
  }
}
