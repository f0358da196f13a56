package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.EyeSequence.Crossing;
import dev.aisle.device.rfid.pass.Routes.Route;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.pass.record.PassStore;
import dev.aisle.device.rfid.pass.record.TagPass;
import dev.aisle.device.rfid.pass.record.Verdict;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.smoothing.Nanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All read points that may hear the same tags: takes reads and eye breaks, and tells which tags
 * went past which point. Knows no clock and no thread; the same events in the same order give the
 * same decisions. A pass is told once: as soon as nothing can change it, or else when the tag is
 * gone here and at the neighbours. A tag that was told is told again only after it was gone.
 *
 * <p>Decisions that wait for time are taken on a grid of 50 ms. For one thread only; about a
 * microsecond for each read.
 *
 * <p>Overflow: beyond the most tags of a point, tags only glimpsed and then tags already told make
 * room; what finds none is not taken up. All of it is counted in {@link #dropped()}.
 */
public final class ReadPoints {
  private static final long GRID = 50_000_000L;
  private static final long ASK_AGAIN = Signal.SLICE;
  private static final int ASK_EACH_READ = 10;

  /** A neighbour's visit so long before or after still is one of the same tag at the same time. */
  private static final long SAME_TIME = 5_000_000_000L;

  /** A tag gone here is not awaited longer at a neighbour where it stands. */
  private static final long LONGEST_WAIT = 3_000_000_000L;

  private static final long CROSSINGS_KEPT = 60_000_000_000L;
  private static final Comparator<Visit> BY_END =
      Comparator.comparingLong(Visit::endsAt)
          .thenComparing(Visit::epcHex)
          .thenComparing(visit -> visit.point.point.id());

  private final Map<String, PointState> points = new LinkedHashMap<>();
  private final Routes routes = new Routes();
  private final Visits visits = new Visits();
  private final PassStore store;
  private final InputTap tap;
  private List<TagPass> told = new ArrayList<>();
  private long nextSweep = Long.MIN_VALUE;
  private long number;
  private long dropped;

  public ReadPoints(List<ReadPoint> points, PassStore store) {
    this(points, store, InputTap.NONE);
  }

  /**
   * @param tap is told each input in the order in which it is taken
   */
  public ReadPoints(List<ReadPoint> points, PassStore store, InputTap tap) {
    this.store = store;
    this.tap = tap;
    for (ReadPoint point : points) {
      PointState state = new PointState(point, true);
      if (this.points.put(point.id(), state) != null) {
        throw new IllegalArgumentException("two read points are called %s".formatted(point.id()));
      }
      for (int i = 0; i < state.antennas.size(); i++) {
        routes.add(state.antennas.get(i), new Route(state, i));
      }
    }
    this.points.values().forEach(this::checkNeighbours);
  }

  private void checkNeighbours(PointState state) {
    for (String neighbour : state.point.neighbours()) {
      PointState other = points.get(neighbour);
      if (other == null) {
        throw new IllegalArgumentException(
            "%s has an unknown neighbour %s".formatted(state.point.id(), neighbour));
      }
      other.neighbours.add(state.point.id());
    }
  }

  /** Reads of antennas that belong to no read point are passed over. */
  public void read(TagRead read) {
    Route[] to = routes.of(read);
    if (to.length == 0) {
      return;
    }
    tap.read(read);
    long at = Nanos.of(read.at());
    float dbm = read.rssiDbm().isPresent() ? (float) read.rssiDbm().getAsDouble() : Float.NaN;
    passTime(at);
    for (Route route : to) {
      add(route, read.epcHex(), at, dbm);
    }
  }

  private void add(Route route, String epcHex, long at, float dbm) {
    PointState point = route.point();
    Visit visit = visits.ofTag(epcHex);
    while (visit != null && visit.point != point) {
      visit = visit.next;
    }
    if (visit != null && (visit.ended || visit.isOver(at))) {
      end(visit, true);
      visits.remove(visit);
      visit = null;
    }
    if (visit == null) {
      if (point.live >= point.point.mostTags()) {
        dropped++;
        if (!visits.hasRoom(point)) {
          return;
        }
      }
      visit = new Visit(epcHex, point, route.antenna(), point.lines[route.antenna()], at, dbm);
      visits.add(visit);
    } else {
      visit.readAgain(at);
      visit.heard(route.antenna(), point.lines[route.antenna()], at, dbm);
    }
    if (visit.verdict == null && visit.observed() && mayAsk(visit, at)) {
      visit.askedAt = at;
      ask(visit, at);
    }
  }

  private static boolean mayAsk(Visit visit, long at) {
    PointState point = visit.point;
    if (point.hasEyes()) {
      Crossing latest = point.eyes.crossings().peekLast();
      if (latest == null || at > latest.secondEye() + point.slack) {
        return false;
      }
    } else if (point.ordered()) {
      return false;
    }
    return visit.count() <= ASK_EACH_READ || at - visit.askedAt >= ASK_AGAIN;
  }

  /** Breaks of eyes at unknown read points are passed over. */
  public void eye(EyeEvent event) {
    tap.eye(event);
    long at = Nanos.of(event.at());
    passTime(at);
    PointState point = points.get(event.readPoint());
    if (point == null || point.eyeRules == null) {
      return;
    }
    Crossing certain = point.eyes.add(event);
    if (certain == null || !point.eyesWork) {
      return;
    }
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      if (visit.point == point && !visit.ended) {
        passed(visit, certain, at);
      }
    }
  }

  private void passed(Visit visit, Crossing crossing, long at) {
    boolean stoodHere =
        visit.verdict != null || crossing.firstEye() - visit.first() > visit.point.standing;
    if (visit.verdict == null && visit.observed()) {
      ask(visit, at);
    }
    if (!stoodHere || !visit.observed() || crossing.secondEye() < visit.decidedAt) {
      return;
    }
    if (visit.verdict != null && visit.decidedAt == at) {
      visit.point.statics.forget(visit.epcHex());
      return;
    }
    visit.stoodInPassage = true;
    Signal signal = visit.signal;
    double dbm =
        signal == null
            ? visit.strength()
            : signal.strength(crossing.firstEye() - visit.point.slack, at);
    if (dbm != Signal.SILENT) {
      visit.point.statics.heardInPass(visit.epcHex(), dbm);
    }
    if (visit.verdict == null) {
      keepStanding(visit, at);
    }
  }

  /** A tag that stands there for hours is never gone, and yet must be explained. */
  private void keepStanding(Visit visit, long at) {
    List<Visit> elsewhere = elsewhere(visit);
    PassJudge judge = new PassJudge(visit, elsewhere, true);
    Verdict verdict = judge.verdict();
    if (verdict != null && !verdict.counted()) {
      if (visit.number == 0) {
        visit.number = ++number;
      }
      store.keep(PassWriter.record(visit, elsewhere, verdict, at));
    }
  }

  private void ask(Visit visit, long at) {
    List<Visit> elsewhere = elsewhere(visit);
    PassJudge judge = new PassJudge(visit, elsewhere, false);
    Verdict verdict = judge.verdict();
    if (verdict != null) {
      decide(visit, verdict, judge.crossing(), elsewhere, at);
      visits.wasTold(visit);
    }
  }

  private void decide(
      Visit visit, Verdict verdict, @Nullable Crossing crossing, List<Visit> elsewhere, long at) {
    PointState point = visit.point;
    visit.verdict = verdict;
    visit.decidedAt = at;
    visit.passage = crossing == null ? null : crossing.told();
    if (visit.number == 0) {
      visit.number = ++number;
    }
    if (verdict.counted()) {
      told.add(PassWriter.told(visit, verdict));
      long when = crossing == null ? visit.first() : crossing.secondEye();
      point.tell(visit.epcHex(), verdict.direction(), when);
    } else if (crossing != null && !visit.stoodInPassage) {
      double dbm = visit.strength();
      point.statics.heardInPass(visit.epcHex(), dbm);
    }
    store.keep(PassWriter.record(visit, elsewhere, verdict, at));
  }

  private List<Visit> elsewhere(Visit visit) {
    if (visit.point.neighbours.isEmpty()) {
      return List.of();
    }
    List<Visit> others = new ArrayList<>();
    for (Visit one = visits.ofTag(visit.epcHex()); one != null; one = one.next) {
      if (one != visit
          && visit.point.neighbours.contains(one.point.point.id())
          && one.first() <= visit.last() + SAME_TIME
          && one.last() >= visit.first() - SAME_TIME) {
        others.add(one);
      }
    }
    return others;
  }

  private void passTime(long at) {
    if (at >= nextSweep) {
      long now = Math.floorDiv(at, GRID) * GRID;
      nextSweep = now + GRID;
      sweep(now);
    }
  }

  private void sweep(long now) {
    List<Visit> over = null;
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      if (visit.ended || visit.isOver(now)) {
        over = over == null ? new ArrayList<>() : over;
        over.add(visit);
      }
    }
    if (over != null) {
      over.sort(BY_END);
      over.stream().filter(visit -> !visit.ended).forEach(visit -> end(visit, false));
      for (Visit visit : over) {
        if (visit.verdict == null && settledElsewhere(visit, now)) {
          end(visit, true);
        }
      }
      for (Visit visit : over) {
        if (visit.verdict != null && isForgotten(visit, now)) {
          visits.remove(visit);
        }
      }
    }
    points.values().forEach(point -> point.eyes.forgetBefore(now - CROSSINGS_KEPT));
  }

  /** The tag is gone here; {@code decide}: and nothing is awaited from the neighbours any more. */
  private void end(Visit visit, boolean decide) {
    if (!visit.ended) {
      visit.ended = true;
      Verdict verdict = visit.verdict;
      if (verdict != null) {
        store.keep(PassWriter.record(visit, elsewhere(visit), verdict, visit.decidedAt));
      }
    }
    if (decide && visit.verdict == null) {
      List<Visit> elsewhere = elsewhere(visit);
      PassJudge judge = new PassJudge(visit, elsewhere, true);
      Verdict verdict = judge.verdict();
      if (verdict == null) {
        throw new IllegalStateException("no verdict about a tag that is gone");
      }
      decide(visit, verdict, judge.crossing(), elsewhere, visit.endsAt());
    }
  }

  private boolean settledElsewhere(Visit visit, long now) {
    return now > visit.endsAt() + LONGEST_WAIT
        || elsewhere(visit).stream().allMatch(other -> other.ended);
  }

  private static boolean isForgotten(Visit visit, long now) {
    return visit.point.neighbours.isEmpty() || now > visit.endsAt() + SAME_TIME;
  }

  /** Lets time pass, also when nothing came in. To be called several times a second. */
  public void advance(Instant now) {
    tap.advance(now);
    passTime(Nanos.of(now));
  }

  /** What was told since this was last asked. */
  public List<TagPass> take() {
    if (told.isEmpty()) {
      return List.of();
    }
    List<TagPass> taken = told;
    told = new ArrayList<>();
    return taken;
  }

  /** Takes what came in since the last step, in any order, and says what is certain now. */
  public List<TagPass> step(Instant now, List<TagRead> reads, List<EyeEvent> eyeEvents) {
    List<TagRead> inOrder = reads.stream().sorted(Comparator.comparing(TagRead::at)).toList();
    List<EyeEvent> breaks = eyeEvents.stream().sorted(Comparator.comparing(EyeEvent::at)).toList();
    int next = 0;
    for (TagRead read : inOrder) {
      while (next < breaks.size() && !breaks.get(next).at().isAfter(read.at())) {
        eye(breaks.get(next));
        next++;
      }
      read(read);
    }
    breaks.subList(next, breaks.size()).forEach(this::eye);
    advance(now);
    return take();
  }

  /**
   * From now on this is what is expected there, such as the tags of a dispatch advice.
   *
   * @param epcs upper-case hex
   */
  public void expect(String readPoint, Set<String> epcs) {
    require(readPoint).expected = Set.copyOf(epcs);
    tap.expect(readPoint, Optional.of(epcs));
  }

  /** There is no expected list any more. */
  public void expectAnything(String readPoint) {
    require(readPoint).expected = null;
    tap.expect(readPoint, Optional.empty());
  }

  /** Eyes whose controller gives no answer neither open a trigger window nor tell a direction. */
  public void eyesWork(String readPoint, boolean work) {
    require(readPoint).eyesWork = work;
    tap.eyesWork(readPoint, work);
  }

  private PointState require(String readPoint) {
    PointState point = points.get(readPoint);
    if (point == null) {
      throw new IllegalArgumentException("there is no read point %s".formatted(readPoint));
    }
    return point;
  }

  /** Reads not taken up, and tags forgotten early, for want of room. */
  public long dropped() {
    return dropped;
  }

  /** Tags kept at this moment, counted at each point. */
  public int liveTags() {
    return visits.size();
  }
}
