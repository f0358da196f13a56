package dev.aisle.device.rfid.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.record.Direction;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.pass.record.EyeEvent.Eye;
import dev.aisle.device.rfid.pass.record.PassStore;
import dev.aisle.device.rfid.pass.record.Reason;
import dev.aisle.device.rfid.pass.record.ReasonKind;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.device.rfid.pass.record.TagPass;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.PassRules;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadPointsTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final String PALLET = "3174257BF4499602D2000000";
  private static final String NEXT = "3174257BF4499602D3000000";

  private final RecentPasses kept = new RecentPasses(100);
  private final ReadPoints portal =
      new ReadPoints(
          List.of(
              ReadPoint.of(
                  "D1-portal",
                  new AntennaRef("reader-D1", 1),
                  SmoothingRules.dockPortal(),
                  PassRules.dockPortal())),
          kept);
  private final List<TagPass> passes = new ArrayList<>();
  private final List<Instant> toldAt = new ArrayList<>();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @Test
  void aPalletThroughOuterThenInnerEyeComesInAndIsToldAtOnce() {
    eye(0, Eye.OUTER);
    reads(PALLET, 100, 1_500, 50);
    eye(1_600, Eye.INNER);
    idle(1_700, 9_000);
    assertThat(passes).hasSize(1);
    TagPass pass = passes.getFirst();
    assertThat(pass.direction()).isEqualTo(Direction.IN);
    assertThat(pass.epcHex()).isEqualTo(PALLET);
    assertThat(pass.readPoint()).isEqualTo("D1-portal");
    assertThat(pass.count()).isGreaterThan(10);
    assertThat(pass.peakRssi().orElseThrow()).isEqualTo(-40);
    assertThat(pass.why().kind()).isEqualTo(ReasonKind.DIRECTION_FROM_EYES);
    assertThat(pass.why().english()).contains("outer then inner");
    assertThat(toldAt.getFirst()).isEqualTo(at(1_600));
  }

  @Test
  void aPalletThroughInnerThenOuterEyeGoesOut() {
    eye(0, Eye.INNER);
    reads(PALLET, 100, 1_500, 50);
    eye(1_600, Eye.OUTER);
    idle(1_700, 9_000);
    assertThat(passes).singleElement().extracting(TagPass::direction).isEqualTo(Direction.OUT);
  }

  @Test
  void aTagReadOnlyJustAfterTheSecondEyeStillBelongsToThePass() {
    eye(0, Eye.OUTER);
    eye(1_000, Eye.INNER);
    reads(PALLET, 1_400, 2_000, 100);
    idle(2_100, 9_000);
    assertThat(passes).singleElement().extracting(TagPass::direction).isEqualTo(Direction.IN);
  }

  @Test
  void withoutBothEyesTheDirectionIsUnknownAndNeverGuessed() {
    eye(0, Eye.OUTER);
    reads(PALLET, 100, 1_500, 50);
    idle(1_600, 12_000);
    assertThat(passes)
        .singleElement()
        .satisfies(
            pass -> {
              assertThat(pass.direction()).isEqualTo(Direction.UNKNOWN);
              assertThat(kept.find(pass.number()).orElseThrow().verdict().reasons())
                  .extracting(Reason::kind)
                  .contains(ReasonKind.EYES_INCOMPLETE, ReasonKind.DIRECTION_UNKNOWN);
            });
  }

  @Test
  void aTagThatStandsBesideThePortalIsNotCarriedThroughByTheNextPallet() {
    reads(NEXT, 0, 20_000, 200);
    eye(20_000, Eye.OUTER);
    for (int ms = 20_100; ms < 21_000; ms += 100) {
      step(ms, List.of(read(PALLET, ms), read(NEXT, ms)), List.of());
    }
    eye(21_000, Eye.INNER);
    assertThat(passes).singleElement().extracting(TagPass::epcHex).isEqualTo(PALLET);
    idle(21_100, 30_000);
    assertThat(passes).hasSize(1);
    assertThat(kept.explain("D1-portal", NEXT).decisive())
        .extracting(Reason::kind)
        .containsExactly(ReasonKind.STOOD_THERE);
  }

  @Test
  void aPalletLeftJustInsideIsToldOnceThoughTheNextOnesPass() {
    eye(0, Eye.OUTER);
    reads(PALLET, 100, 900, 50);
    eye(1_000, Eye.INNER);
    reads(PALLET, 1_100, 4_000, 200);
    eye(4_000, Eye.OUTER);
    reads(PALLET, 4_100, 4_800, 100);
    eye(5_000, Eye.INNER);
    idle(5_100, 12_000);
    assertThat(passes).hasSize(1);
  }

  @Test
  void twoPalletsCloseBehindEachOtherBothComeIn() {
    eye(0, Eye.OUTER);
    reads(PALLET, 100, 900, 50);
    eye(1_000, Eye.OUTER);
    reads(NEXT, 1_050, 1_400, 50);
    eye(1_500, Eye.INNER);
    eye(2_500, Eye.INNER);
    idle(2_600, 12_000);
    assertThat(passes).extracting(TagPass::epcHex).containsExactlyInAnyOrder(PALLET, NEXT);
    assertThat(passes).extracting(TagPass::direction).containsOnly(Direction.IN);
  }

  @Test
  void aTagGlimpsedOnceIsNoPass() {
    eye(0, Eye.OUTER);
    step(500, List.of(read(PALLET, 500)), List.of());
    eye(1_000, Eye.INNER);
    idle(1_100, 9_000);
    assertThat(passes).isEmpty();
  }

  @Test
  void aTagThatComesBackLaterIsASecondPass() {
    eye(0, Eye.OUTER);
    reads(PALLET, 100, 900, 50);
    eye(1_000, Eye.INNER);
    idle(1_100, 20_000);
    eye(20_000, Eye.INNER);
    reads(PALLET, 20_100, 20_900, 50);
    eye(21_000, Eye.OUTER);
    assertThat(passes).extracting(TagPass::direction).containsExactly(Direction.IN, Direction.OUT);
  }

  @Test
  void atAHeadWithoutEyesATagIsToldAtItsFirstRead() {
    ReadPoints head =
        new ReadPoints(
            List.of(
                ReadPoint.of(
                    "P1-A-head",
                    new AntennaRef("reader-D1", 1),
                    SmoothingRules.head(),
                    PassRules.plain())),
            PassStore.none());
    assertThat(head.step(at(0), List.of(read(PALLET, 0)), List.of())).hasSize(1);
    assertThat(head.step(at(1_000), List.of(read(PALLET, 1_000)), List.of())).isEmpty();
    assertThat(head.step(at(9_000), List.of(), List.of())).isEmpty();
    assertThat(head.liveTags()).isZero();
  }

  @Test
  void aFloodOfTagsStaysBoundedAndThePalletIsStillTold() {
    eye(0, Eye.OUTER);
    reads(PALLET, 100, 500, 100);
    List<TagRead> flood = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      flood.add(read("%024X".formatted(i), 600));
    }
    step(600, flood, List.of());
    assertThat(portal.liveTags()).isLessThanOrEqualTo(1_000);
    assertThat(portal.dropped()).isGreaterThanOrEqualTo(4_000);
    eye(1_000, Eye.INNER);
    assertThat(passes).extracting(TagPass::epcHex).containsExactly(PALLET);
  }

  /** Random pallets one after the other with missed reads; the steps come as the world likes. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyPalletIsToldOnceInItsDirectionHoweverTheStepsFall(long seed) {
    Random random = new Random(seed);
    List<TagRead> reads = new ArrayList<>();
    List<EyeEvent> eyes = new ArrayList<>();
    Map<String, Direction> carried = new HashMap<>();
    int ms = 0;
    for (int i = 0; i < 8; i++) {
      String epc = "3174257BF4%014X".formatted(random.nextLong() & 0xFFFFFFFFFFFFFFL);
      boolean in = random.nextBoolean();
      carried.put(epc, in ? Direction.IN : Direction.OUT);
      int took = 800 + random.nextInt(3_000);
      Eye first = in ? Eye.OUTER : Eye.INNER;
      Eye second = in ? Eye.INNER : Eye.OUTER;
      eyes.add(new EyeEvent("D1-portal", first, true, at(ms)));
      eyes.add(new EyeEvent("D1-portal", first, false, at(ms + took / 3)));
      eyes.add(new EyeEvent("D1-portal", second, true, at(ms + took)));
      eyes.add(new EyeEvent("D1-portal", second, false, at(ms + took + took / 3)));
      reads.add(read(epc, ms + took / 2));
      for (int t = ms; t < ms + took; t += 40) {
        if (random.nextInt(3) == 0) {
          reads.add(read(epc, t));
        }
      }
      reads.add(read(epc, ms + took / 2 + 100));
      ms += took + 2_500 + random.nextInt(12_000);
    }
    int end = ms + 20_000;
    for (int from = 0, to; from < end; from = to) {
      to = from + 1 + random.nextInt(300);
      step(to, within(reads, TagRead::at, from, to), within(eyes, EyeEvent::at, from, to));
    }
    Map<String, Direction> told = new HashMap<>();
    for (TagPass pass : passes) {
      assertThat(told.put(pass.epcHex(), pass.direction())).as("told twice").isNull();
    }
    assertThat(told).isEqualTo(carried);
  }

  private static <T> List<T> within(
      List<T> all, java.util.function.Function<T, Instant> time, int from, int to) {
    return all.stream()
        .filter(one -> !time.apply(one).isBefore(at(from)) && time.apply(one).isBefore(at(to)))
        .toList();
  }

  private void reads(String epc, int from, int to, int every) {
    for (int ms = from; ms < to; ms += every) {
      step(ms, List.of(read(epc, ms)), List.of());
    }
  }

  private void eye(int ms, Eye eye) {
    step(ms, List.of(), List.of(new EyeEvent("D1-portal", eye, true, at(ms))));
    step(ms + 60, List.of(), List.of(new EyeEvent("D1-portal", eye, false, at(ms + 60))));
  }

  private void idle(int from, int to) {
    for (int ms = from; ms <= to; ms += 100) {
      step(ms, List.of(), List.of());
    }
  }

  private void step(int ms, List<TagRead> reads, List<EyeEvent> eyes) {
    List<TagPass> told = portal.step(at(ms), reads, eyes);
    passes.addAll(told);
    told.forEach(pass -> toldAt.add(at(ms)));
  }

  private static Instant at(long ms) {
    return START.plus(Duration.ofMillis(ms));
  }

  private static TagRead read(String epc, int ms) {
    double rssi = ms % 500 < 100 ? -40 : -60;
    return new TagRead("reader-D1", 1, epc, OptionalInt.empty(), OptionalDouble.of(rssi), at(ms));
  }
}
