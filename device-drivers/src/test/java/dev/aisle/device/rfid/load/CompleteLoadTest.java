package dev.aisle.device.rfid.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.load.CompleteLoad.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompleteLoadTest {
  private static final CloseOut BY_HAND =
      new CloseOut("Wang", "carton torn off", Instant.parse("2026-01-05T08:00:00Z"));

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @Test
  void whatTheFirstPassMissedTheSecondPassMayBring() {
    CompleteLoad load = new CompleteLoad("ASN-1", List.of("A", "B", "C"));
    load.seen("A");
    load.seen("C");
    load.seen("A");
    LoadReport first = load.endPass();
    assertThat(first.state()).isEqualTo(LoadState.OPEN);
    assertThat(first.missing()).containsExactly("B");
    load.seen("B");
    LoadReport second = load.endPass();
    assertThat(second.state()).isEqualTo(LoadState.COMPLETE);
    assertThat(second.seen()).containsExactly("A", "B", "C");
    assertThat(second.passes()).isEqualTo(2);
  }

  @Test
  void unitsOfOtherPapersAreSurplusAndTheRestIsUnexpected() {
    CompleteLoad load = new CompleteLoad("ASN-1", List.of("A"), epc -> epc.equals("X"));
    load.seen("A");
    load.seen("X");
    load.seen("Z");
    LoadReport report = load.endPass();
    assertThat(report.state()).isEqualTo(LoadState.SURPLUS);
    assertThat(report.surplus()).containsExactly("X");
    assertThat(report.unexpected()).containsExactly("Z");
  }

  @Test
  void aPersonClosesAnIncompleteLoadOnceAndItStillNamesWhatIsMissing() {
    CompleteLoad load = new CompleteLoad("ASN-1", List.of("A", "B"));
    load.seen("A");
    assertThat(load.closeByHand(BY_HAND)).isEmpty();
    load.seen("B");
    assertThat(load.report().state()).isEqualTo(LoadState.CLOSED_BY_HAND);
    assertThat(load.report().missing()).containsExactly("B");
    assertThat(load.report().closeOut()).contains(BY_HAND);
    assertThat(load.closeByHand(BY_HAND)).contains(Refusal.CLOSED_ALREADY);
  }

  @Test
  void aCompleteLoadNeedsNobodyToCloseIt() {
    CompleteLoad load = new CompleteLoad("ASN-1", List.of("A"));
    load.seen("A");
    assertThat(load.closeByHand(BY_HAND)).contains(Refusal.NOTHING_MISSING);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eachExpectedUnitIsEitherSeenOrMissing(long seed) {
    Random random = new Random(seed);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(40); i++) {
      expected.add("E" + i);
    }
    CompleteLoad load = new CompleteLoad("ASN", expected);
    List<String> counted = new ArrayList<>();
    for (int i = random.nextInt(80); i > 0; i--) {
      String epc = (random.nextInt(4) == 0 ? "G" : "E") + random.nextInt(40);
      counted.add(epc);
      load.seen(epc);
      if (random.nextInt(10) == 0) {
        load.endPass();
      }
    }
    LoadReport report = load.report();
    assertThat(report.seen()).allMatch(counted::contains).allMatch(expected::contains);
    assertThat(report.missing()).noneMatch(counted::contains);
    List<String> both = new ArrayList<>(report.seen());
    both.addAll(report.missing());
    assertThat(both).containsExactlyInAnyOrderElementsOf(expected);
  }
}
