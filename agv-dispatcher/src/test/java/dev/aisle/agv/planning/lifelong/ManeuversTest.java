package dev.aisle.agv.planning.lifelong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManeuversTest {
  private static String actions(Maneuvers all, int maneuver) {
    StringBuilder actions = new StringBuilder();
    for (int t = 0; t < all.depth; t++) {
      actions.append(Action.of(all.action[maneuver * all.depth + t]).name().charAt(0));
    }
    return actions.toString();
  }

  @ParameterizedTest(name = "{0} ticks")
  @ValueSource(ints = {3, 4, 5})
  void noTwoAreTheSameAndNoneSpinsInsteadOfWaiting(int depth) {
    Maneuvers all = new Maneuvers(depth);
    Set<String> seen = new HashSet<>();
    for (int m = 0; m < all.count; m++) {
      assertThat(seen.add(actions(all, m))).isTrue();
      assertThat(actions(all, m)).doesNotContain("RL").doesNotContain("LR");
    }
    assertThat(actions(all, all.stand)).isEqualTo("W".repeat(depth));
  }

  @ParameterizedTest(name = "{0} ticks")
  @ValueSource(ints = {3, 4, 5})
  void theRestOfAManeuverIsItsTailAndAWait(int depth) {
    Maneuvers all = new Maneuvers(depth);
    int[] longTurns = new int[2];
    for (int m = 0; m < all.count; m++) {
      String rest = actions(all, all.rest[m]);
      long ahead = actions(all, m).substring(1).chars().filter(c -> c == 'F').count();
      assertThat(rest.chars().filter(c -> c == 'F').count()).isEqualTo(ahead);
      longTurns[0] += rest.equals(actions(all, m).substring(1) + "W") ? 1 : 0;
      longTurns[1]++;
    }
    assertThat(longTurns[0]).as(Arrays.toString(longTurns)).isGreaterThan(longTurns[1] / 2);
  }

  @ParameterizedTest(name = "{0} quarter turns")
  @ValueSource(ints = {0, 1, 2, 3})
  void aStepTurnsFirstAndGoesAheadInItsTick(int quarter) {
    Maneuvers all = new Maneuvers(4);
    String step = actions(all, all.step(quarter, 2));
    assertThat(step.charAt(2)).isEqualTo('F');
    assertThat(step.chars().filter(c -> c == 'F').count()).isEqualTo(1);
    assertThat(all.endTurns[all.step(quarter, 2)]).isEqualTo((byte) quarter);
  }
}
