package dev.aisle.device.rfid.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.pass.record.EyeEvent.Eye;
import dev.aisle.device.rfid.pass.record.PassExplanation;
import dev.aisle.device.rfid.pass.record.PassRecord;
import dev.aisle.device.rfid.pass.record.Reason;
import dev.aisle.device.rfid.pass.record.ReasonKind;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.device.rfid.pass.record.Verdict;
import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.EpcFilter;
import dev.aisle.device.rfid.readpoint.EyeRules;
import dev.aisle.device.rfid.readpoint.OrderRules;
import dev.aisle.device.rfid.readpoint.PassRules;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.readpoint.StrengthRules;
import dev.aisle.device.rfid.readpoint.TagRules;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What keeps a tag from being counted, one rule after the other. */
class StrayTagsTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final String PALLET = "3174257BF4499602D2000000";
  private static final String OTHER = "3174257BF4499602D3000000";
  private static final String DAMAGED = "A174257BF4499602D2000001";

  private final RecentPasses kept = new RecentPasses(100);
  private final List<TagRead> reads = new ArrayList<>();
  private final List<EyeEvent> eyes = new ArrayList<>();
  private TagRules tags = new TagRules(EpcFilter.ANY, 3, false, Set.of(), 3, Duration.ZERO);
  private StrengthRules strength = new StrengthRules(OptionalDouble.of(-60), 2, 6, -50, 10);
  private boolean withEyes = true;
  private boolean mustPassLines;
  private int end;

  @Test
  void ofTwoPortalsTheOneThatHearsTheTagSixDecibelsStrongerCountsIt() {
    passAt("D1", 0, PALLET, -45);
    passAt("D2", 0, OTHER, -45);
    hear("D2", 1, PALLET, 200, 1_500, -52);
    assertThat(told()).containsExactlyInAnyOrder("D1 " + PALLET + " IN", "D2 " + OTHER + " IN");
    assertThat(why("D2", PALLET)).containsExactly(ReasonKind.STRONGER_AT_NEIGHBOUR);
  }

  @Test
  void atLessThanSixDecibelsNeitherCountsIt() {
    strength = new StrengthRules(OptionalDouble.of(-60), 2, 6, -40, 10);
    passAt("D1", 0, PALLET, -45);
    passAt("D2", 0, PALLET, -49);
    assertThat(told()).isEmpty();
    assertThat(why("D1", PALLET)).containsExactly(ReasonKind.NOT_CLEARLY_STRONGER);
    assertThat(why("D2", PALLET)).containsExactly(ReasonKind.NOT_CLEARLY_STRONGER);
  }

  @Test
  void aWeakTagIsStillComparedWithANeighbourThatHearsItLater() {
    passAt("D2", 0, OTHER, -45);
    hear("D2", 1, PALLET, 500, 1_500, -57);
    passAt("D1", 3_000, PALLET, -45);
    assertThat(told()).containsExactlyInAnyOrder("D2 " + OTHER + " IN", "D1 " + PALLET + " IN");
  }

  @Test
  void aWeakTagATagReadOnceAndATagOutsideTheWindowAreStrays() {
    passAt("D1", 0, PALLET, -65);
    hear("D1", 1, OTHER, 500, 501, -45);
    hear("D1", 1, DAMAGED, 30_000, 31_000, -45);
    assertThat(told()).isEmpty();
    assertThat(why("D1", PALLET)).containsExactly(ReasonKind.TOO_WEAK);
    assertThat(why("D1", OTHER)).containsExactly(ReasonKind.NOT_OBSERVED);
    assertThat(why("D1", DAMAGED)).containsExactly(ReasonKind.OUTSIDE_TRIGGER_WINDOW);
    assertThat(why("D1", "00")).containsExactly(ReasonKind.NOT_HEARD);
  }

  @Test
  void aDamagedEpcNeedsMoreReadsThanAGoodOne() {
    passAt("D1", 0, PALLET, -45);
    hear("D1", 1, DAMAGED, 500, 600, -45);
    hear("D1", 1, OTHER, 500, 600, -45);
    assertThat(told()).containsExactlyInAnyOrder("D1 " + PALLET + " IN", "D1 " + OTHER + " IN");
    assertThat(why("D1", DAMAGED)).containsExactly(ReasonKind.DOUBTFUL_EPC);
  }

  @Test
  void patternsStaticTagsAndTheExpectedListKeepTagsOut() {
    tags =
        new TagRules(
            EpcFilter.of(List.of("31"), List.of("3174257BF4499602D3")),
            3,
            true,
            Set.of("3174257BF4499602D4000000"),
            3,
            Duration.ZERO);
    passAt("D1", 0, PALLET, -45);
    passAt("D1", 0, OTHER, -45);
    hear("D1", 1, DAMAGED, 0, 1_500, -45);
    hear("D1", 1, "3174257BF4499602D4000000", 0, 1_500, -45);
    hear("D1", 1, "3174257BF4499602D5000000", 0, 1_500, -45);
    ReadPoints points = points();
    points.expect("D1", Set.of(PALLET, OTHER, DAMAGED, "3174257BF4499602D4000000"));
    assertThat(run(points)).containsExactly("D1 " + PALLET + " IN");
    assertThat(why("D1", OTHER)).containsExactly(ReasonKind.EXCLUDED);
    assertThat(why("D1", DAMAGED)).containsExactly(ReasonKind.NOT_INCLUDED);
    assertThat(why("D1", "3174257BF4499602D4000000")).containsExactly(ReasonKind.ALWAYS_THERE);
    assertThat(why("D1", "3174257BF4499602D5000000")).containsExactly(ReasonKind.NOT_EXPECTED);
  }

  @Test
  void aTagThatPassesGoByIsLearnedAndCountsAgainWhenItMoves() {
    for (int pass = 0; pass < 6; pass++) {
      passAt("D1", pass * 20_000, "3174257BF4%014X".formatted(pass), -45);
    }
    hear("D1", 1, PALLET, 0, 118_000, -58);
    passAt("D1", 130_000, OTHER, -45);
    hear("D1", 1, PALLET, 130_200, 131_400, -57);
    passAt("D1", 160_000, PALLET, -44);
    assertThat(told().stream().filter(one -> one.contains(PALLET)))
        .containsExactly("D1 " + PALLET + " IN");
    List<Verdict> verdicts =
        kept.newestFirst("D1").stream()
            .filter(pass -> pass.epcHex().equals(PALLET))
            .map(PassRecord::verdict)
            .toList();
    assertThat(verdicts).hasSize(3);
    assertThat(verdicts.get(0).has(ReasonKind.MOVED_AWAY_FROM_ITS_PLACE)).isTrue();
    assertThat(verdicts.get(1).has(ReasonKind.STATIC)).isTrue();
  }

  @Test
  void whatHasComeInCannotComeInAgainBeforeItWentOut() {
    tags = new TagRules(EpcFilter.ANY, 3, false, Set.of(), 3, Duration.ofMinutes(10));
    passAt("D1", 0, PALLET, -45);
    passAt("D1", 20_000, PALLET, -45);
    assertThat(told()).hasSize(1);
    assertThat(why("D1", PALLET)).containsExactly(ReasonKind.ALREADY_PASSED);
  }

  @Test
  void withoutEyesTheOrderOfTheAntennaLinesTellsTheDirection() {
    withEyes = false;
    hear("D1", 1, PALLET, 0, 1_000, -50);
    hear("D1", 2, PALLET, 1_000, 2_000, -50);
    hear("D1", 2, OTHER, 20_000, 21_000, -50);
    hear("D1", 1, OTHER, 21_000, 22_000, -50);
    assertThat(told()).containsExactly("D1 " + PALLET + " IN", "D1 " + OTHER + " OUT");
  }

  @Test
  void aTagHeardEvenlyByBothLinesHasNoDirection() {
    withEyes = false;
    hear("D1", 1, PALLET, 0, 3_000, -50);
    hear("D1", 2, PALLET, 40, 3_040, -50);
    assertThat(told()).containsExactly("D1 " + PALLET + " UNKNOWN");
  }

  @Test
  void whereBothLinesMustHearItATagThatStandsInsideIsNotCarriedByAPassingTruck() {
    mustPassLines = true;
    passAt("D1", 0, PALLET, -45);
    hear("D1", 2, PALLET, 1_000, 2_500, -45);
    hear("D1", 2, OTHER, 0, 2_500, -45);
    assertThat(told()).containsExactly("D1 " + PALLET + " IN");
    assertThat(why("D1", OTHER)).containsExactly(ReasonKind.NOT_THROUGH_BOTH_LINES);
  }

  @Test
  void withoutAnswerFromTheEyesTheTagStillCountsButWithoutDirection() {
    hear("D1", 1, PALLET, 0, 1_000, -45);
    ReadPoints points = points();
    points.eyesWork("D1", false);
    assertThat(run(points)).containsExactly("D1 " + PALLET + " UNKNOWN");
  }

  @Test
  void aRecordHoldsWhatTheDecisionRestsOnAndSaysItInBothLanguages() {
    passAt("D1", 0, PALLET, -45);
    assertThat(told()).hasSize(1);
    PassRecord pass = kept.latest("D1", PALLET).orElseThrow();
    assertThat(pass.antennas()).hasSize(1);
    assertThat(pass.antennas().getFirst().count()).isEqualTo(pass.count());
    assertThat(pass.raw()).hasSizeLessThanOrEqualTo(16).isNotEmpty();
    assertThat(pass.eyes()).hasSize(4);
    assertThat(pass.passage()).isPresent();
    assertThat(pass.rules().strength()).isEqualTo(strength);
    PassExplanation why = kept.explain("D1", PALLET);
    assertThat(why.counted()).isTrue();
    assertThat(why.english()).contains("was counted (IN)", "eyes outer then inner");
    assertThat(why.chinese()).contains("已计数", "光电先").doesNotContain("{");
  }

  private List<ReasonKind> why(String point, String epc) {
    return kept.explain(point, epc).decisive().stream().map(Reason::kind).toList();
  }

  private void passAt(String door, int ms, String epc, double dbm) {
    eyes.add(new EyeEvent(door, Eye.OUTER, true, at(ms)));
    eyes.add(new EyeEvent(door, Eye.OUTER, false, at(ms + 600)));
    eyes.add(new EyeEvent(door, Eye.INNER, true, at(ms + 1_000)));
    eyes.add(new EyeEvent(door, Eye.INNER, false, at(ms + 1_600)));
    hear(door, 1, epc, ms + 100, ms + 1_200, dbm);
  }

  private void hear(String door, int antenna, String epc, int from, int to, double dbm) {
    for (int ms = from; ms < to; ms += 90) {
      reads.add(
          new TagRead(
              "reader-" + door,
              antenna,
              epc,
              OptionalInt.empty(),
              OptionalDouble.of(dbm - ms / 90 % 2),
              at(ms)));
    }
    end = Math.max(end, to + 20_000);
  }

  private List<String> told() {
    return run(points());
  }

  private List<String> run(ReadPoints points) {
    List<String> told = new ArrayList<>();
    for (int ms = 50; ms <= end; ms += 50) {
      Instant from = at(ms - 50);
      Instant to = at(ms);
      points
          .step(
              to,
              reads.stream().filter(one -> within(one.at(), from, to)).toList(),
              eyes.stream().filter(one -> within(one.at(), from, to)).toList())
          .forEach(
              pass -> told.add(pass.readPoint() + " " + pass.epcHex() + " " + pass.direction()));
    }
    return told;
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private ReadPoints points() {
    return new ReadPoints(List.of(point("D1", "D2"), point("D2", "D1")), kept);
  }

  private ReadPoint point(String id, String neighbour) {
    return new ReadPoint(
        id,
        Map.of(
            new AntennaRef("reader-" + id, 1), AntennaLine.OUTER,
            new AntennaRef("reader-" + id, 2), AntennaLine.INNER),
        SmoothingRules.dockPortal(),
        new PassRules(
            withEyes ? Optional.of(EyeRules.dockPortal()) : Optional.empty(),
            Optional.of(new OrderRules(2, Duration.ofMillis(150), mustPassLines)),
            strength,
            tags),
        Set.of(neighbour),
        100);
  }

  private static Instant at(long ms) {
    return START.plusMillis(ms);
  }
}
