package dev.aisle.sim.grid;

import dev.aisle.agv.planning.lifelong.Action;
import dev.aisle.agv.planning.lifelong.Decision;
import dev.aisle.agv.planning.lifelong.Floor;
import dev.aisle.agv.planning.lifelong.LifelongPlanner;
import dev.aisle.agv.planning.lifelong.Situation;
import dev.aisle.agv.planning.lifelong.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The planner against the referee for so many ticks. For every full limit that passes without an
 * answer everybody waits a tick; the answer is then applied.
 */
public final class PlannerRun {
  private static final long MILLI = 1_000_000;

  /** Of the limit the planner may use so much; the rest is for the machine's hiccups. */
  private static final double PLANNERS_SHARE = 0.6;

  private final GridProblem problem;
  private final Floor floor;
  private final GridReferee referee;
  private final LifelongPlanner planner;
  private final LongSupplier nanos;
  private final Map<Integer, Situation.Job> jobs = new HashMap<>();

  /**
   * @param stepMs time of each answer
   * @param prepareSeconds before the first
   */
  public record Result(
      int finished, int errors, int timeouts, List<Double> stepMs, double prepareSeconds) {
    public double mean() {
      return stepMs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Not exceeded by so many of a hundred steps. */
    public double percentile(double percent) {
      List<Double> sorted = stepMs.stream().sorted().toList();
      int index = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
      return sorted.isEmpty() ? 0 : sorted.get(Math.clamp(index, 0, sorted.size() - 1));
    }
  }

  public PlannerRun(
      GridProblem problem, LifelongPlanner.Settings settings, Workers workers, LongSupplier nanos) {
    this.problem = problem;
    this.nanos = nanos;
    floor = new Floor(problem.rows(), problem.columns(), problem.walls());
    referee = new GridReferee(problem);
    planner = new LifelongPlanner(floor, problem.vehicles(), settings, workers, nanos);
  }

  /**
   * @param beganNanos when making this run began, which counts as preparation
   * @param eachTick gets the referee after each tick
   */
  public Result run(int ticks, long limitMs, long beganNanos, Consumer<GridReferee> eachTick) {
    planner.prepare(situation());
    double prepareSeconds = (nanos.getAsLong() - beganNanos) / 1e9;
    long limit = limitMs * MILLI;
    List<Double> times = new ArrayList<>();
    int timeouts = 0;
    for (int tick = 0; tick < ticks; tick++) {
      Situation now = situation();
      long start = nanos.getAsLong();
      Decision decision = planner.plan(now, start + (long) (limit * PLANNERS_SHARE));
      long took = nanos.getAsLong() - start;
      times.add((double) took / MILLI);
      int late = (int) Math.min(took / limit, ticks - tick);
      for (int i = 0; i < late; i++) {
        timeouts++;
        referee.apply(held(), Collections.nCopies(problem.vehicles(), GridReferee.Move.STAY));
      }
      tick += late;
      if (tick < ticks) {
        referee.apply(
            numbers(decision), decision.actions().stream().map(PlannerRun::move).toList());
      }
      eachTick.accept(referee);
    }
    return new Result(
        referee.finished(), referee.errors(), timeouts, List.copyOf(times), prepareSeconds);
  }

  private Situation situation() {
    List<Situation.Vehicle> vehicles = new ArrayList<>();
    for (int v = 0; v < problem.vehicles(); v++) {
      int number = referee.job(v);
      vehicles.add(
          new Situation.Vehicle(
              cell(referee.cell(v)),
              referee.heading(v),
              number == GridReferee.NO_JOB ? null : job(number),
              referee.stopsServed(v)));
    }
    List<Integer> open = referee.open();
    if (jobs.size() > 2 * problem.poolSize() + 1_000) {
      jobs.clear();
    }
    return new Situation(vehicles, open.stream().map(this::job).toList());
  }

  private Situation.Job job(int number) {
    return jobs.computeIfAbsent(
        number,
        key -> new Situation.Job(key, referee.stopsOf(key).stream().map(this::cell).toList()));
  }

  private int cell(int plain) {
    return floor.at(plain / problem.columns(), plain % problem.columns());
  }

  private List<Integer> held() {
    List<Integer> held = new ArrayList<>();
    for (int v = 0; v < problem.vehicles(); v++) {
      held.add(referee.job(v));
    }
    return held;
  }

  private static List<Integer> numbers(Decision decision) {
    List<Integer> numbers = new ArrayList<>();
    for (Situation.@Nullable Job job : decision.jobs()) {
      numbers.add(job == null ? GridReferee.NO_JOB : job.number());
    }
    return numbers;
  }

  private static GridReferee.Move move(Action action) {
    return switch (action) {
      case FORWARD -> GridReferee.Move.AHEAD;
      case RIGHT -> GridReferee.Move.CLOCKWISE;
      case LEFT -> GridReferee.Move.ANTICLOCKWISE;
      case WAIT -> GridReferee.Move.STAY;
    };
  }
}
