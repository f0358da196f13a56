package dev.aisle.hmi.bridge.readpoint;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.cycle.CycleSpec;
import dev.aisle.device.rfid.pass.InputTap;
import dev.aisle.device.rfid.pass.ReadPoints;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.pass.record.PassRecord;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.device.rfid.pass.record.TagPass;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.TagSighting;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * All read points: takes reads and eye breaks from device threads, and turns them into sightings
 * when it is stepped.
 *
 * <p>Overflow: a read that finds no room in the queue of its reader is dropped and counted, for the
 * tag is read again within milliseconds. Eye breaks have a queue of their own, so that no flood of
 * reads can lose one.
 */
public final class ReadPointWatch {
  private static final int READS = 10_000;
  private static final int EYE_BREAKS = 1_000;
  private static final int PASSES_KEPT = 200;

  private final Map<String, Site.ReadPoint> points = new LinkedHashMap<>();
  private final RecentPasses passes = new RecentPasses(PASSES_KEPT);
  private final Map<String, BlockingQueue<TagRead>> reads = new ConcurrentHashMap<>();
  private final BlockingQueue<EyeEvent> eyes = new ArrayBlockingQueue<>(EYE_BREAKS);
  private final AtomicLong dropped = new AtomicLong();
  private final ReadCycles cycles = new ReadCycles();
  private final Recordings recordings;
  private final Map<String, Set<String>> expected = new ConcurrentHashMap<>();
  private final Set<String> eyesLost = ConcurrentHashMap.newKeySet();
  private final Map<String, Optional<Set<String>>> toldExpected = new HashMap<>();
  private final Map<String, Boolean> toldEyes = new HashMap<>();
  private volatile long droppedInside;
  private volatile Wanted wanted;
  private List<ReadPoint> inForce = List.of();
  private ReadPoints pipeline = new ReadPoints(List.of(), passes);
  private long numbersUsed;

  private record Wanted(List<ReadPoint> points, List<CycleSpec> cycles) {}

  ReadPointWatch(Site site, Recordings recordings) {
    site.readPoints().forEach(point -> points.put(point.id(), point));
    this.recordings = recordings;
    wanted = inDriverWords(site);
  }

  private Wanted inDriverWords(Site site) {
    for (Site.ReadPoint point : site.readPoints()) {
      site.feeds(point.id())
          .forEach(
              feed -> reads.computeIfAbsent(feed.device(), any -> new ArrayBlockingQueue<>(READS)));
    }
    return new Wanted(ReadPointWords.of(site), ReadPointWords.cycles(site));
  }

  /**
   * Antennas of the devices as they are now feed the read points, which stay the same. What is
   * under way at this moment is judged by what came after.
   */
  void apply(Site site) {
    wanted = inDriverWords(site);
  }

  /** Numbers of passes go on where the last pipeline ended. */
  private void takeUpChanges(Instant time) {
    Wanted now = wanted;
    cycles.use(now.cycles());
    if (!now.points().equals(inForce)) {
      long before = numbersUsed;
      inForce = now.points();
      InputTap tap = recordings.begin(time);
      pipeline =
          new ReadPoints(
              inForce,
              pass -> {
                numbersUsed = Math.max(numbersUsed, before + pass.number());
                passes.keep(numbered(pass, before + pass.number()));
              },
              tap);
      toldExpected.clear();
      toldEyes.clear();
    }
    for (ReadPoint point : inForce) {
      tellExpected(point.id());
      tellEyes(point.id());
    }
  }

  private void tellExpected(String point) {
    Optional<Set<String>> list = Optional.ofNullable(expected.get(point));
    if (!list.equals(toldExpected.getOrDefault(point, Optional.empty()))) {
      list.ifPresentOrElse(
          epcs -> pipeline.expect(point, epcs), () -> pipeline.expectAnything(point));
      toldExpected.put(point, list);
    }
  }

  private void tellEyes(String point) {
    boolean work = !eyesLost.contains(point);
    if (toldEyes.getOrDefault(point, true) != work) {
      pipeline.eyesWork(point, work);
      toldEyes.put(point, work);
    }
  }

  /**
   * What papers announce at a read point.
   *
   * @param epcs upper-case hex; empty when nothing is announced there
   */
  void expect(String readPoint, Optional<Set<String>> epcs) {
    if (epcs.isPresent()) {
      expected.put(readPoint, Set.copyOf(epcs.get()));
    } else {
      expected.remove(readPoint);
    }
  }

  /** What is announced at a read point now. */
  public Optional<Set<String>> expectedAt(String readPoint) {
    return Optional.ofNullable(expected.get(readPoint));
  }

  /**
   * Looks whether the eyes of each read point can be seen.
   *
   * @param known true for a point whose controller answers
   */
  void lookAtEyes(Predicate<String> known) {
    for (Site.ReadPoint point : points.values()) {
      point
          .eyes()
          .ifPresent(
              pair -> {
                if (known.test(pair.outer()) && known.test(pair.inner())) {
                  eyesLost.remove(point.id());
                } else {
                  eyesLost.add(point.id());
                }
              });
    }
  }

  public boolean eyesWork(String readPoint) {
    return !eyesLost.contains(readPoint);
  }

  public ReadCycles cycles() {
    return cycles;
  }

  private static PassRecord numbered(PassRecord pass, long number) {
    return new PassRecord(
        number,
        pass.readPoint(),
        pass.epcHex(),
        pass.first(),
        pass.last(),
        pass.count(),
        pass.peakDbm(),
        pass.strengthDbm(),
        pass.antennas(),
        pass.raw(),
        pass.eyes(),
        pass.passage(),
        pass.neighbours(),
        pass.rules(),
        pass.verdict(),
        pass.decidedAt());
  }

  /** From the thread of the reader; reads of readers without a read point are passed over. */
  void read(TagRead read) {
    BlockingQueue<TagRead> queue = reads.get(read.reader());
    if (queue != null && !queue.offer(read)) {
      dropped.incrementAndGet();
    }
  }

  /** A controller's point changed; it may be an eye, or begin or end a read cycle. */
  void pointChanged(String name, boolean blocked, Instant at) {
    cycles.point(name, blocked, at);
    for (Site.ReadPoint point : points.values()) {
      Optional<EyeEvent.Eye> eye = point.eyes().flatMap(pair -> eyeOf(pair, name));
      if (eye.isPresent() && !eyes.offer(new EyeEvent(point.id(), eye.get(), blocked, at))) {
        dropped.incrementAndGet();
      }
    }
  }

  private static Optional<EyeEvent.Eye> eyeOf(Site.Eyes pair, String name) {
    if (name.equals(pair.outer())) {
      return Optional.of(EyeEvent.Eye.OUTER);
    }
    return name.equals(pair.inner()) ? Optional.of(EyeEvent.Eye.INNER) : Optional.empty();
  }

  /** Reads and eye breaks that found no room. */
  long dropped() {
    return dropped.get() + droppedInside;
  }

  /** What was decided lately and why, by read point; may be asked by any thread. */
  RecentPasses passes() {
    return passes;
  }

  /** For one thread only. */
  List<TagSighting> step(Instant now) {
    takeUpChanges(now);
    List<TagRead> newReads = new ArrayList<>();
    List<EyeEvent> newBreaks = new ArrayList<>();
    eyes.drainTo(newBreaks);
    reads.values().forEach(queue -> queue.drainTo(newReads));
    List<TagPass> told = pipeline.step(now, newReads, newBreaks);
    droppedInside = pipeline.dropped();
    cycles.step(now, newReads);
    recordings.told(told, now);
    return told.stream().map(this::sightingOf).toList();
  }

  private TagSighting sightingOf(TagPass pass) {
    Site.ReadPoint point = points.get(pass.readPoint());
    if (point == null) {
      throw new IllegalStateException("a pass at an unknown read point: " + pass);
    }
    return new TagSighting(
        point.id(),
        new LocationId(point.location()),
        point.step(),
        new Epc(pass.epcHex()),
        pass.first(),
        pass.last(),
        pass.count(),
        pass.peakRssi(),
        directionOf(point, pass));
  }

  private static Direction directionOf(Site.ReadPoint point, TagPass pass) {
    return switch (pass.direction()) {
      case IN -> Direction.IN;
      case OUT -> Direction.OUT;
      case UNKNOWN -> point.eyes().isEmpty() ? Direction.NONE : Direction.UNKNOWN;
    };
  }
}
