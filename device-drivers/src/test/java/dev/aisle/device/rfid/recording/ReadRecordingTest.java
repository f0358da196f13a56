package dev.aisle.device.rfid.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.InputTap;
import dev.aisle.device.rfid.pass.ReadPoints;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.pass.record.EyeEvent.Eye;
import dev.aisle.device.rfid.pass.record.PassRecord;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.device.rfid.pass.record.TagPass;
import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.PassRules;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadRecordingTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final long FILE = 64 * 1024;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aReplayDecidesExactlyAsTheFirstTime(long seed) throws IOException {
    RecentPasses then = new RecentPasses(10_000);
    List<TagPass> told;
    try (ReadRecorder recorder = new ReadRecorder(folder, FILE, 100)) {
      told = liveDay(new Random(seed), new ReadPoints(points(), then, recorder), recorder);
    }
    RecentPasses again = new RecentPasses(10_000);
    List<TagPass> toldAgain =
        new ReadRecording(folder).decideAgain(new ReadPoints(points(), again));
    assertThat(told).isNotEmpty();
    assertThat(toldAgain).isEqualTo(told);
    for (String point : List.of("D1", "D2")) {
      List<PassRecord> first = then.newestFirst(point);
      assertThat(first).isNotEmpty();
      assertThat(again.newestFirst(point)).isEqualTo(first);
    }
  }

  @Test
  void eachKindOfEventComesBackAsItWas() throws IOException {
    List<StreamEvent> written =
        List.of(
            new StreamEvent.Read(
                new TagRead(
                    "R1",
                    4,
                    "3174257BF4499602D2000000",
                    OptionalInt.of(-7),
                    OptionalDouble.of(-51.237_468),
                    OptionalInt.of(920_625),
                    OptionalDouble.of(12.5),
                    START)),
            new StreamEvent.Read(
                new TagRead(
                    "R1",
                    1,
                    "AA",
                    OptionalInt.empty(),
                    OptionalDouble.of(-48.25),
                    START.plusNanos(1))),
            new StreamEvent.Read(
                new TagRead(
                    "阅读器",
                    1,
                    "",
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    START.minusSeconds(9))),
            new StreamEvent.Eye(new EyeEvent("D1", Eye.INNER, false, START)),
            new StreamEvent.Point("D1.button", true, START),
            new StreamEvent.Advance(START.plusSeconds(86_400)),
            new StreamEvent.Expect("D1", Optional.of(Set.of("AA"))),
            new StreamEvent.Expect("D1", Optional.empty()),
            new StreamEvent.EyesWork("D1", false));
    try (ReadRecorder recorder = new ReadRecorder(folder, FILE, 2)) {
      written.forEach(recorder::record);
    }
    assertThat(events()).isEqualTo(written);
  }

  @Test
  void afterACrashEverythingUpToTheLastWholeBlockIsThere() throws IOException {
    try (ReadRecorder recorder = new ReadRecorder(folder, FILE, 10)) {
      recorder.record(new StreamEvent.Point("a", true, START));
      recorder.flush();
      recorder.record(new StreamEvent.Point("b", true, START));
    }
    Path file = ReadRecording.files(folder).getFirst();
    byte[] all = Files.readAllBytes(file);
    for (int cut = all.length - 1; cut > all.length - 12; cut--) {
      Files.write(file, Arrays.copyOf(all, cut));
      List<StreamEvent> kept = new ArrayList<>();
      ReadRecording.Played played = new ReadRecording(folder).play(kept::add);
      assertThat(kept).containsExactly(new StreamEvent.Point("a", true, START));
      assertThat(played.tornFiles()).isEqualTo(1);
    }
    try (ReadRecorder next = new ReadRecorder(folder, FILE, 10)) {
      next.record(new StreamEvent.Point("c", true, START));
    }
    assertThat(events()).hasSize(2);
  }

  @Test
  void aFlippedBitIsNeverPlayed() throws IOException {
    try (ReadRecorder recorder = new ReadRecorder(folder, FILE, 10)) {
      recorder.record(new StreamEvent.Point("a", true, START));
    }
    Path file = ReadRecording.files(folder).getFirst();
    byte[] all = Files.readAllBytes(file);
    for (int bit = 0; bit < all.length * 8; bit++) {
      byte[] flipped = all.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, flipped);
      assertThat(events()).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void theOldestFilesGoAndEachFileIsReadOnItsOwn() throws IOException {
    Random random = new Random(3);
    try (ReadRecorder recorder = new ReadRecorder(folder, FILE, 3)) {
      for (int i = 0; i < 60_000; i++) {
        recorder.read(read("R1", 1, "%024X".formatted(random.nextLong()), i, -50));
      }
      assertThat(recorder.lost()).isZero();
    }
    assertThat(ReadRecording.files(folder)).hasSizeLessThanOrEqualTo(3);
    long bytes = 0;
    for (Path file : ReadRecording.files(folder)) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(3 * 3 * FILE);
    List<StreamEvent> kept = events();
    assertThat(kept).hasSizeGreaterThan(1_000);
    assertThat(kept.getLast()).isInstanceOf(StreamEvent.Read.class);
  }

  private List<StreamEvent> events() throws IOException {
    List<StreamEvent> all = new ArrayList<>();
    new ReadRecording(folder).play(all::add);
    return all;
  }

  /** Pallets through two doors, with strays, an expected list and steps as the day goes. */
  private static List<TagPass> liveDay(Random random, ReadPoints points, InputTap tap) {
    List<TagPass> told = new ArrayList<>();
    int ms = 0;
    for (int pallet = 0; pallet < 30; pallet++) {
      String door = random.nextBoolean() ? "D1" : "D2";
      String epc = "3174257BF4%014X".formatted(random.nextLong() & 0xFFFFFFFFFFFFFFL);
      if (pallet % 7 == 3) {
        points.expect(door, Set.of(epc));
      } else if (pallet % 7 == 5) {
        points.expectAnything(door);
      }
      int took = 800 + random.nextInt(3_000);
      List<EyeEvent> eyes =
          new ArrayList<>(
              List.of(
                  new EyeEvent(door, Eye.OUTER, true, at(ms)),
                  new EyeEvent(door, Eye.OUTER, false, at(ms + took / 2)),
                  new EyeEvent(door, Eye.INNER, true, at(ms + took)),
                  new EyeEvent(door, Eye.INNER, false, at(ms + took + took / 2))));
      for (int from = ms, to; from < ms + 9_000; from = to) {
        to = from + 1 + random.nextInt(400);
        List<TagRead> reads = new ArrayList<>();
        for (int t = from; t < Math.min(to, ms + took); t += 1 + random.nextInt(80)) {
          boolean stray = random.nextInt(4) == 0;
          String heardBy = stray == door.equals("D1") ? "reader-D2" : "reader-D1";
          reads.add(read(heardBy, 1, epc, t, (stray ? -68 : -48) - random.nextInt(20) / 10.0));
        }
        int end = to;
        List<EyeEvent> due = eyes.stream().filter(eye -> eye.at().isBefore(at(end))).toList();
        eyes.removeAll(due);
        told.addAll(points.step(at(to), reads, due));
      }
      ms += 9_500 + random.nextInt(5_000);
    }
    tap.advance(at(ms));
    return told;
  }

  private static List<ReadPoint> points() {
    return List.of(point("D1", "D2"), point("D2", "D1"));
  }

  private static ReadPoint point(String id, String neighbour) {
    return new ReadPoint(
        id,
        Map.of(new AntennaRef("reader-" + id, 1), AntennaLine.NONE),
        SmoothingRules.dockPortal(),
        PassRules.dockPortal(),
        Set.of(neighbour),
        100);
  }

  private static Instant at(long ms) {
    return START.plusMillis(ms);
  }

  private static TagRead read(String reader, int antenna, String epc, long ms, double dbm) {
    return new TagRead(reader, antenna, epc, OptionalInt.empty(), OptionalDouble.of(dbm), at(ms));
  }
}
