package dev.aisle.hmi.bridge.readpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.cycle.CycleReport;
import dev.aisle.device.rfid.pass.record.PassRecord;
import dev.aisle.device.rfid.pass.record.ReasonKind;
import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.hmi.app.command.CommandLine;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteBook;
import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.TagSighting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read points of a site file at work, with time told by the test. */
class ReadPointWatchTest {
  private static final String PALLET = "3074257BF7194E4000001A85";
  private static final String OTHER = "3074257BF7194E4000001A86";
  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

  @TempDir Path folder;
  private SiteBook book;
  private ReadPointWatch watch;
  private Instant now = START;
  private final List<TagSighting> seen = new ArrayList<>();

  @BeforeEach
  void aPortalWithTwoLines() throws IOException {
    try (var file = ReadPointWatchTest.class.getResourceAsStream("/sites/read-points.yaml")) {
      book =
          SiteBook.of(
              new String(file.readAllBytes(), StandardCharsets.UTF_8),
              folder.resolve("devices.yaml"),
              name -> null);
    }
    watch = new ReadPointWatch(site(), Recordings.none());
  }

  private Site site() {
    return book.read().site().orElseThrow();
  }

  private void pass(int ms) {
    for (int gone = 0; gone < ms; gone += 50) {
      now = now.plusMillis(50);
      seen.addAll(watch.step(now));
    }
  }

  private void read(int antenna, String epc, double dbm) {
    watch.read(
        new TagRead(
            "reader-D1",
            antenna,
            epc,
            OptionalInt.empty(),
            OptionalDouble.of(dbm),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            now));
  }

  /** Strong outside first, then inside, with or without somebody breaking the eyes. */
  private void carriedIn(String epc, boolean eyes) {
    for (int i = 0; i < 40; i++) {
      if (eyes && i == 8) {
        watch.pointChanged("D1.eye-outer", true, now);
      }
      if (eyes && i == 28) {
        watch.pointChanged("D1.eye-outer", false, now);
        watch.pointChanged("D1.eye-inner", true, now);
      }
      read(1, epc, -50 - Math.abs(i - 12));
      read(2, epc, -50 - Math.abs(i - 28));
      pass(50);
    }
    watch.pointChanged("D1.eye-inner", false, now);
    pass(10_000);
  }

  private PassRecord latest(String epc) {
    return watch.passes().latest("D1-portal", epc).orElseThrow();
  }

  @Test
  void everyRuleOfTheSiteFileReachesThePipeline() {
    ReadPoint point = ReadPointWords.of(site()).getFirst();
    assertThat(point.antennas())
        .containsEntry(new AntennaRef("reader-D1", 1), AntennaLine.OUTER)
        .containsEntry(new AntennaRef("reader-D1", 2), AntennaLine.INNER)
        .hasSize(2);
    assertThat(point.smoothing().observedCount()).isEqualTo(3);
    assertThat(point.smoothing().lostTimeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(point.rules().eyes().orElseThrow().slack()).isEqualTo(Duration.ofSeconds(2));
    assertThat(point.rules().order().orElseThrow().leastTime()).isEqualTo(Duration.ofMillis(300));
    assertThat(point.rules().strength().leastDbm()).hasValue(-75);
    assertThat(point.rules().strength().riseDb()).isEqualTo(12);
    assertThat(point.rules().tags().alwaysThere()).containsExactly("3034257BF7194E4000001A85");
    assertThat(point.rules().tags().staticAfterPasses()).isEqualTo(5);
    assertThat(point.mostTags()).isEqualTo(500);
  }

  @Test
  void whenTheControllerOfTheEyesIsLostTheAntennasTellTheDirectionAndItIsSaidSo() {
    carriedIn(PALLET, true);
    assertThat(seen).extracting(TagSighting::direction).containsExactly(Direction.IN);
    assertThat(latest(PALLET).verdict().has(ReasonKind.DIRECTION_FROM_EYES)).isTrue();

    watch.lookAtEyes(point -> false);
    assertThat(watch.eyesWork("D1-portal")).isFalse();
    carriedIn(OTHER, false);
    assertThat(seen).extracting(TagSighting::direction).containsExactly(Direction.IN, Direction.IN);
    assertThat(latest(OTHER).verdict().has(ReasonKind.EYES_OUT_OF_ORDER)).isTrue();
    assertThat(latest(OTHER).verdict().has(ReasonKind.DIRECTION_FROM_ANTENNAS)).isTrue();

    watch.lookAtEyes(point -> true);
    assertThat(watch.eyesWork("D1-portal")).isTrue();
    pass(60_000);
    carriedIn(PALLET, false);
    assertThat(seen).hasSize(2);
    assertThat(latest(PALLET).verdict().has(ReasonKind.OUTSIDE_TRIGGER_WINDOW)).isTrue();
  }

  @Test
  void aTagThatNoPaperNamesIsToldWithItsReasonUntilThePapersAreWithdrawn() {
    watch.expect("D1-portal", Optional.of(Set.of(PALLET)));
    carriedIn(PALLET, true);
    carriedIn(OTHER, true);
    assertThat(latest(PALLET).verdict().has(ReasonKind.EXPECTED)).isTrue();
    assertThat(latest(OTHER).verdict().has(ReasonKind.NOT_ANNOUNCED)).isTrue();
    assertThat(seen).hasSize(2);

    watch.expect("D1-portal", Optional.empty());
    pass(60_000);
    carriedIn(OTHER, true);
    assertThat(latest(OTHER).verdict().has(ReasonKind.NOT_ANNOUNCED)).isFalse();
  }

  @Test
  void aReadCycleBeginsWithTheEyeAndEndsWhenNothingNewComes() {
    carriedIn(PALLET, true);
    List<CycleReport> reports = watch.cycles().newestFirst("D1-load");
    assertThat(reports)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.began()).isEqualTo(CycleReport.Began.TRIGGER);
              assertThat(report.ended()).isEqualTo(CycleReport.Ended.STABLE_SET);
              assertThat(report.reports().getFirst().epcs()).containsExactly(PALLET);
            });
    assertThat(watch.cycles().begin("D1-load", now)).isTrue();
    assertThat(watch.cycles().begin("nothing", now)).isFalse();
    pass(100);
    assertThat(watch.cycles().isRunning("D1-load")).isTrue();
    watch.cycles().end("D1-load", now);
    pass(100);
    assertThat(watch.cycles().newestFirst("D1-load").getFirst())
        .satisfies(
            report -> {
              assertThat(report.number()).isEqualTo(2);
              assertThat(report.ended()).isEqualTo(CycleReport.Ended.COMMAND);
            });
  }

  @Test
  void aRecordingDecidedAgainGivesTheSameAndWithOtherRulesSaysWhatDiffers() throws IOException {
    Recordings recordings = new Recordings(site().recording(), folder.resolve("recordings"), book);
    watch = new ReadPointWatch(site(), recordings);
    watch.expect("D1-portal", Optional.of(Set.of(PALLET)));
    carriedIn(PALLET, true);
    watch.lookAtEyes(point -> false);
    carriedIn(OTHER, false);
    recordings.close();
    Path run = onlyFolderIn(folder.resolve("recordings"));

    assertThat(command("rfid", "replay", run.toString(), "--json"))
        .satisfies(
            done -> {
              assertThat(done.out()).contains("\"ok\":true").contains("\"same\":2");
              assertThat(done.code()).isZero();
            });

    Path strict = Files.createDirectories(folder.resolve("strict"));
    Files.writeString(
        strict.resolve("site.yaml"),
        Files.readString(run.resolve("site.yaml"))
            .replace("least_rssi_dbm: -75", "least_rssi_dbm: -75\n    only_expected: true"));
    assertThat(command("rfid", "replay", run.toString(), "--site", strict.toString()))
        .satisfies(
            done -> {
              assertThat(done.out()).contains("1 decisions the same, 1 only then, 0 only now");
              assertThat(done.out()).contains(OTHER);
              assertThat(done.code()).isEqualTo(1);
            });
  }

  private record Done(int code, String out) {}

  private static Done command(String... words) {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = new CommandLine(InputStream.nullInputStream(), print, print).run(List.of(words));
    return new Done(code, out.toString(StandardCharsets.UTF_8));
  }

  private static Path onlyFolderIn(Path folder) {
    try (var all = Files.list(folder)) {
      List<Path> found = all.toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
