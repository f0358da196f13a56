package dev.aisle.sim.bench.reads;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.ReadPoints;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.pass.record.EyeEvent.Eye;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.PassRules;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reads of 10 000 live tags at two neighbouring portals with eyes and two antenna lines each. Each
 * read is made anew, EPC text included, as a driver would. A tag is replaced every five
 * milliseconds, a load passes each portal every two seconds, and the read points are stepped every
 * fifty milliseconds, all in the time of the reads, of which there are a million a second.
 */
@State(Scope.Thread)
public class PipelineKernel {
  static final int READS = 50_000;
  static final int LIVE_TAGS = 10_000;
  private static final int NANOS_PER_READ = 1_000;
  private static final int REPLACED_EVERY = 5_000;
  private static final int PASS_EVERY_STEPS = 40;
  private static final int ANTENNAS = 4;
  private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final byte[][] tags = new byte[LIVE_TAGS][];
  private SplittableRandom random = new SplittableRandom(1);
  private ReadPoints points = new ReadPoints(List.of(), new RecentPasses(1));
  private long nanos;
  private long serial;
  private long steps;
  private int next;
  private long told;

  @Setup
  public void setUp() {
    random = new SplittableRandom(1);
    points = new ReadPoints(List.of(portal("D1", "D2"), portal("D2", "D1")), new RecentPasses(200));
    nanos = Instant.parse("2026-01-05T06:00:00Z").getEpochSecond() * 1_000_000_000L;
    for (int i = 0; i < LIVE_TAGS; i++) {
      tags[i] = tag();
    }
  }

  private static ReadPoint portal(String id, String neighbour) {
    return new ReadPoint(
        id,
        Map.of(
            new AntennaRef("reader-" + id, 1), AntennaLine.OUTER,
            new AntennaRef("reader-" + id, 2), AntennaLine.OUTER,
            new AntennaRef("reader-" + id, 3), AntennaLine.INNER,
            new AntennaRef("reader-" + id, 4), AntennaLine.INNER),
        SmoothingRules.dockPortal(),
        PassRules.dockPortal(),
        Set.of(neighbour),
        2 * LIVE_TAGS);
  }

  private byte[] tag() {
    byte[] hex = "3136451FD40000000000000000".substring(0, 24).getBytes(StandardCharsets.US_ASCII);
    long rest = ++serial;
    for (int i = 17; i > 9; i--) {
      hex[i] = DIGITS[(int) (rest & 15)];
      rest >>= 4;
    }
    return hex;
  }

  /** Fifty milliseconds of reads. */
  @Benchmark
  public void reads(Blackhole into) {
    for (int i = 0; i < READS; i++) {
      nanos += NANOS_PER_READ;
      next = next + 1 == LIVE_TAGS ? 0 : next + 1;
      if (i % REPLACED_EVERY == 0) {
        tags[random.nextInt(LIVE_TAGS)] = tag();
      }
      points.read(read(next));
    }
    steps++;
    eyes();
    points.advance(at(nanos));
    List<?> passes = points.take();
    told += passes.size();
    into.consume(passes);
    into.consume(told);
  }

  /** Even tags are at the first portal, odd ones at the second; both antenna lines hear them. */
  private TagRead read(int tag) {
    int bits = random.nextInt();
    return new TagRead(
        (tag & 1) == 0 ? "reader-D1" : "reader-D2",
        1 + (bits & ANTENNAS - 1),
        new String(tags[tag], StandardCharsets.ISO_8859_1),
        OptionalInt.empty(),
        OptionalDouble.of(-40 - (bits >>> 8) % 25),
        at(nanos));
  }

  private void eyes() {
    long phase = steps % PASS_EVERY_STEPS;
    for (String door : List.of("D1", "D2")) {
      if (phase == 0 || phase == 20) {
        points.eye(new EyeEvent(door, Eye.OUTER, phase == 0, at(nanos)));
      } else if (phase == 10 || phase == 30) {
        points.eye(new EyeEvent(door, Eye.INNER, phase == 10, at(nanos)));
      }
    }
  }

  private static Instant at(long nanos) {
    return Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L);
  }

  /** Passes told so far, for a test that the work is really done. */
  long told() {
    return told;
  }

  int liveTags() {
    return points.liveTags();
  }
}
