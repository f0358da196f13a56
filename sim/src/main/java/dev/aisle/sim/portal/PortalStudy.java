package dev.aisle.sim.portal;

import static dev.aisle.sim.portal.Load.between;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.load.CompleteLoad;
import dev.aisle.device.rfid.pass.ReadPoints;
import dev.aisle.device.rfid.pass.record.Direction;
import dev.aisle.device.rfid.pass.record.EyeEvent;
import dev.aisle.device.rfid.pass.record.EyeEvent.Eye;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.device.rfid.pass.record.TagPass;
import dev.aisle.sim.portal.Radio.Antenna;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Thousands of loads through two neighbouring doors, heard by the program's own read points. Each
 * round sends a load through one door and often another through the door beside it, while tags
 * stand near both; what the read points tell is compared with what was carried.
 */
public final class PortalStudy {
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  private static final double SLOT_S = 0.04;
  private static final double INNER_EYE_X = 1.2;
  private static final double AFTER_S = 9;
  private static final double SHADOW_DB = 4;
  private static final double FADING_DB = 3;
  private static final double ANSWERS = 0.85;
  private static final int FAULTS_KEPT = 20;

  private final StudySettings settings;
  private final SplittableRandom random;
  private final Traffic traffic;
  private final RecentPasses evidence = new RecentPasses(500);
  private final ReadPoints points;
  private final List<List<Antenna>> antennas =
      List.of(Radio.antennas(0), Radio.antennas(Radio.DOOR_PITCH_M));
  private final boolean[] dark = new boolean[4];
  private final Tally tally = new Tally();
  private Instant roundStart = START;

  private static final class Tally {
    int passes;
    int falseArrivals;
    int missing;
    int missingReported;
    int carried;
    int counted;
    int right;
    int wrong;
    int complete;
    long reads;
    long ghosts;
    final List<String> faults = new ArrayList<>();
  }

  /** A tag in the air in this round: where it is at a time, and how forklifts shade it. */
  private record Heard(String epc, double attenuation, Place place, List<Double> shadow) {}

  private interface Place {
    double x(double t);

    double y();
  }

  private record Carried(Load load, Load.Unit unit, double y) implements Place {
    @Override
    public double x(double t) {
      return load.x(unit, t);
    }
  }

  private record Standing(double where, double y) implements Place {
    @Override
    public double x(double t) {
      return where;
    }
  }

  private PortalStudy(StudySettings settings) {
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed());
    this.traffic = new Traffic(random);
    this.points = new ReadPoints(StudyRules.portals(settings), evidence);
  }

  public static StudyResult run(StudySettings settings) {
    PortalStudy study = new PortalStudy(settings);
    while (study.tally.passes < settings.passes()) {
      study.round();
    }
    return study.result();
  }

  private void round() {
    List<Load> loads = traffic.next();
    if (settings.list()) {
      for (int door = 0; door < 2; door++) {
        Set<String> expected = new HashSet<>();
        for (Load load : loads) {
          if (load.door() == door) {
            expected.addAll(load.expected());
          }
        }
        points.expect(StudyRules.name(door), expected);
      }
    }
    List<Heard> air = air(loads);
    List<TagPass> told = new ArrayList<>();
    double end = loads.stream().mapToDouble(Load::endsAt).max().orElse(0) + 1;
    int slot = 0;
    for (double t = 0; t < end; t += SLOT_S) {
      eyes(loads, t);
      for (int door = 0; door < 2; door++) {
        hear(door, antennas.get(door).get((slot + door) % 4), air, t);
      }
      slot++;
      told.addAll(points.take());
    }
    points.advance(at(end + AFTER_S));
    told.addAll(points.take());
    judge(loads, told);
    roundStart = at(end + AFTER_S + between(random, 5, 60));
  }

  private List<Heard> air(List<Load> loads) {
    List<Heard> air = new ArrayList<>();
    for (Load load : loads) {
      double lane = load.door() * Radio.DOOR_PITCH_M + between(random, -0.3, 0.3);
      for (Load.Unit unit : load.units()) {
        if (!unit.dead()) {
          air.add(
              new Heard(
                  unit.epc(),
                  unit.attenuation(),
                  new Carried(load, unit, lane + unit.acrossY()),
                  shadows()));
        }
      }
    }
    for (Traffic.Standing tag : traffic.standing()) {
      air.add(new Heard(tag.epc(), tag.attenuation(), new Standing(tag.x(), tag.y()), shadows()));
    }
    return air;
  }

  /** Each pass bends the field anew: so much more or less at each of the eight antennas. */
  private List<Double> shadows() {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(random.nextGaussian() * SHADOW_DB);
    }
    return all;
  }

  private void eyes(List<Load> loads, double t) {
    if (!settings.eyes()) {
      return;
    }
    for (int door = 0; door < 2; door++) {
      eye(door, Eye.OUTER, 0, loads, t);
      eye(door, Eye.INNER, INNER_EYE_X, loads, t);
    }
  }

  private void eye(int door, Eye eye, double x, List<Load> loads, double t) {
    boolean now = false;
    for (Load load : loads) {
      now |= load.door() == door && load.blocks(x, t);
    }
    int i = 2 * door + (eye == Eye.OUTER ? 0 : 1);
    if (now != dark[i]) {
      dark[i] = now;
      points.eye(new EyeEvent(StudyRules.name(door), eye, now, at(t)));
    }
  }

  private void hear(int door, Antenna antenna, List<Heard> air, double t) {
    for (Heard tag : air) {
      Place place = tag.place();
      double mean =
          Radio.dbm(antenna, place.x(t), place.y())
              - tag.attenuation()
              + tag.shadow().get(4 * door + antenna.number() - 1);
      if (mean < Radio.SENSITIVITY_DBM - 3 * FADING_DB) {
        continue;
      }
      double dbm = mean + random.nextGaussian() * FADING_DB;
      if (dbm < Radio.SENSITIVITY_DBM
          || random.nextDouble() > ANSWERS
          || random.nextDouble() < settings.missed()) {
        continue;
      }
      String epc = tag.epc();
      if (random.nextDouble() < settings.ghosts()) {
        tally.ghosts++;
        epc = traffic.ghost(epc, air.get(random.nextInt(air.size())).epc());
      }
      tally.reads++;
      points.read(
          new TagRead(
              StudyRules.reader(door),
              antenna.number(),
              epc,
              OptionalInt.empty(),
              OptionalDouble.of(Math.rint(dbm * 2) / 2),
              at(t + random.nextDouble() * SLOT_S)));
    }
  }

  private Instant at(double t) {
    return roundStart.plus(Duration.ofNanos((long) (t * 1e9)));
  }

  private void judge(List<Load> loads, List<TagPass> told) {
    Map<String, Load> through = new HashMap<>();
    for (Load load : loads) {
      if (load.goesThrough()) {
        load.units().stream()
            .filter(unit -> !unit.dead())
            .forEach(unit -> through.put(StudyRules.name(load.door()) + unit.epc(), load));
      }
    }
    Set<String> counted = new HashSet<>();
    Map<Load, Boolean> right = new HashMap<>();
    for (TagPass pass : told) {
      String key = pass.readPoint() + pass.epcHex();
      Load load = through.get(key);
      if (load == null || !counted.add(key)) {
        tally.falseArrivals++;
        fault(load == null ? "not carried through" : "told twice", pass);
        continue;
      }
      Direction truth = load.inwards() ? Direction.IN : Direction.OUT;
      right.merge(load, pass.direction() == truth, Boolean::logicalAnd);
      if (pass.direction() != truth && pass.direction() != Direction.UNKNOWN) {
        tally.wrong++;
        fault("wrong direction", pass);
      }
    }
    for (Load load : loads) {
      if (load.goesThrough()) {
        count(load, counted, right.getOrDefault(load, false));
      }
    }
  }

  private void count(Load load, Set<String> counted, boolean right) {
    tally.passes++;
    tally.right += right ? 1 : 0;
    Set<String> carried = new HashSet<>();
    for (Load.Unit unit : load.units()) {
      if (!unit.dead()) {
        carried.add(unit.epc());
      }
    }
    String here = StudyRules.name(load.door());
    CompleteLoad check = new CompleteLoad(here, List.copyOf(load.expected()));
    for (String key : counted) {
      String epc = key.substring(here.length());
      if (key.startsWith(here) && (carried.contains(epc) || load.expected().contains(epc))) {
        check.seen(epc);
      }
    }
    Set<String> missing = new HashSet<>(check.endPass().missing());
    int seen = 0;
    for (String epc : carried) {
      seen += counted.contains(StudyRules.name(load.door()) + epc) ? 1 : 0;
    }
    tally.carried += carried.size();
    tally.counted += seen;
    tally.complete += seen == carried.size() ? 1 : 0;
    for (String epc : load.expected()) {
      if (!carried.contains(epc)) {
        tally.missing++;
        tally.missingReported += missing.contains(epc) ? 1 : 0;
      }
    }
  }

  private void fault(String what, TagPass pass) {
    if (tally.faults.size() < FAULTS_KEPT) {
      tally.faults.add(
          what
              + " "
              + pass
              + evidence
                  .find(pass.number())
                  .map(kept -> ": " + kept.verdict().reasons() + " " + kept.antennas())
                  .orElse(""));
    }
  }

  private StudyResult result() {
    return new StudyResult(
        settings,
        tally.passes,
        tally.falseArrivals,
        tally.missing,
        tally.missingReported,
        tally.carried,
        tally.counted,
        tally.right,
        tally.wrong,
        tally.complete,
        tally.reads,
        tally.ghosts,
        tally.faults);
  }
}
