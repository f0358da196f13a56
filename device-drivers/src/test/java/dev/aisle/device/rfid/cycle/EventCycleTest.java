package dev.aisle.device.rfid.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.cycle.CycleReport.Began;
import dev.aisle.device.rfid.cycle.CycleReport.Ended;
import dev.aisle.device.rfid.cycle.CycleSpec.ReportSet;
import dev.aisle.device.rfid.cycle.CycleSpec.ReportSpec;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.EpcFilter;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventCycleTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final StartTrigger EYE_DARK = new StartTrigger.PointBecomes("D1.eye", true);

  @Test
  void anEyeBeginsACycleAndTheStableSetEndsIt() {
    EventCycle cycle = cycle(List.of(EYE_DARK), List.of(stableSet()), EpcFilter.ANY);
    cycle.read(read("A", 1, 0));
    cycle.point("D1.eye", true, at(100));
    cycle.read(read("B", 2, 500));
    cycle.read(read("B", 2, 1_900));
    assertThat(cycle.isRunning()).isTrue();
    cycle.advance(at(2_050));
    CycleReport report = only(cycle);
    assertThat(report.began()).isEqualTo(Began.TRIGGER);
    assertThat(report.ended()).isEqualTo(Ended.STABLE_SET);
    assertThat(report.at()).isEqualTo(at(2_000));
    assertThat(report.length()).isEqualTo(Duration.ofMillis(1_900));
    assertThat(epcs(report, ReportSet.CURRENT)).containsExactly("A", "B");
  }

  @Test
  void additionsAndDeletionsAreAgainstTheCycleBefore() {
    EventCycle cycle =
        cycle(List.of(new StartTrigger.Command()), List.of(after(1_000)), EpcFilter.ANY);
    cycle.begin(at(0));
    cycle.read(read("A", 1, 10));
    cycle.read(read("B", 1, 20));
    cycle.advance(at(1_000));
    assertThat(epcs(only(cycle), ReportSet.ADDITIONS)).containsExactly("A", "B");
    cycle.begin(at(5_000));
    cycle.read(read("B", 1, 5_100));
    cycle.read(read("C", 1, 5_200));
    cycle.advance(at(7_000));
    CycleReport second = only(cycle);
    assertThat(second.number()).isEqualTo(2);
    assertThat(epcs(second, ReportSet.ADDITIONS)).containsExactly("C");
    assertThat(epcs(second, ReportSet.DELETIONS)).containsExactly("A");
    assertThat(epcs(second, ReportSet.CURRENT)).containsExactly("B", "C");
  }

  @Test
  void aRepeatPeriodBeginsCyclesByItself() {
    EventCycle cycle =
        cycle(
            List.of(new StartTrigger.Every(Duration.ofSeconds(5))),
            List.of(after(1_000)),
            EpcFilter.ANY);
    for (int ms = 0; ms <= 11_000; ms += 100) {
      cycle.advance(at(ms));
    }
    assertThat(cycle.take())
        .extracting(CycleReport::at)
        .containsExactly(at(1_000), at(6_000), at(11_000));
  }

  @Test
  void theFirstTagThatWouldBeReportedEndsACycleThatWaitsForData() {
    EventCycle cycle =
        cycle(
            List.of(new StartTrigger.Command()),
            List.of(new StopTrigger.DataAvailable()),
            EpcFilter.of(List.of("31"), List.of()));
    cycle.begin(at(0));
    cycle.read(read("30AA", 1, 10));
    assertThat(cycle.isRunning()).isTrue();
    cycle.read(read("31AA", 1, 20));
    CycleReport report = only(cycle);
    assertThat(report.ended()).isEqualTo(Ended.DATA_AVAILABLE);
    assertThat(epcs(report, ReportSet.CURRENT)).containsExactly("31AA");
  }

  @Test
  void aStopPointACommandAndTheLongestTimeEndACycleToo() {
    StopTrigger light = new StopTrigger.PointBecomes("D1.eye", false);
    EventCycle cycle = cycle(List.of(EYE_DARK), List.of(light), EpcFilter.ANY);
    cycle.point("D1.eye", true, at(0));
    cycle.point("D1.eye", false, at(300));
    assertThat(only(cycle).ended()).isEqualTo(Ended.TRIGGER);
    cycle.begin(at(1_000));
    cycle.end(at(1_100));
    assertThat(only(cycle).ended()).isEqualTo(Ended.COMMAND);
    cycle.point("D1.eye", true, at(2_000));
    cycle.advance(at(100_000));
    CycleReport longest = only(cycle);
    assertThat(longest.ended()).isEqualTo(Ended.LONGEST);
    assertThat(longest.length()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void readsOfOtherAntennasAreNotOfThisReader() {
    EventCycle cycle =
        cycle(List.of(new StartTrigger.Command()), List.of(after(100)), EpcFilter.ANY);
    cycle.begin(at(0));
    cycle.read(read("A", 3, 10));
    cycle.advance(at(200));
    assertThat(epcs(only(cycle), ReportSet.CURRENT)).isEmpty();
  }

  private static StopTrigger after(long ms) {
    return new StopTrigger.After(Duration.ofMillis(ms));
  }

  private static StopTrigger stableSet() {
    return new StopTrigger.StableSet(Duration.ofMillis(1_500));
  }

  private static EventCycle cycle(
      List<StartTrigger> start, List<StopTrigger> stop, EpcFilter filter) {
    return new EventCycle(
        new CycleSpec(
            "dock",
            Set.of(new AntennaRef("reader", 1), new AntennaRef("reader", 2)),
            SmoothingRules.conveyor(),
            start,
            stop,
            List.of(
                new ReportSpec("all", ReportSet.CURRENT, filter, true),
                new ReportSpec("new", ReportSet.ADDITIONS, filter, true),
                new ReportSpec("gone", ReportSet.DELETIONS, filter, false)),
            Duration.ofSeconds(30),
            100));
  }

  private static CycleReport only(EventCycle cycle) {
    List<CycleReport> all = cycle.take();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static List<String> epcs(CycleReport report, ReportSet set) {
    return report.reports().stream()
        .filter(one -> one.set() == set)
        .findFirst()
        .orElseThrow()
        .epcs();
  }

  private static Instant at(long ms) {
    return START.plusMillis(ms);
  }

  private static TagRead read(String epc, int antenna, long ms) {
    return new TagRead("reader", antenna, epc, OptionalInt.empty(), OptionalDouble.of(-50), at(ms));
  }
}
