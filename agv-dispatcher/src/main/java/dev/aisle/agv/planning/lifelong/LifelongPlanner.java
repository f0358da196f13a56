package dev.aisle.agv.planning.lifelong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides each tick who drives for which job, and what everybody does. What it decides is always
 * free of collisions, and it can be stopped by the clock: it then stays with what it has.
 *
 * <p>Everybody holds a maneuver of a few ticks. Each tick, in the order of {@link Ranking}, each
 * vehicle pushes less important ones aside for a better one; for urgent ones a row of others moves
 * up if that does not help; then what time is left betters the whole. Dead ends are entered one
 * after the other.
 */
public final class LifelongPlanner {
  private static final double CROWDED = 0.35;
  private static final int PUSH_TRIES = 5_000;
  private static final int VISITS = 3;

  /** Who waits aside makes room for others from so near on, as a cost. */
  private static final int WAITING_NEAR = 2 * DistanceTable.TICK;

  private static final int LOOK_AT_CLOCK_EVERY = 32;
  private static final long BYTES_KEPT = 400_000_000;

  private final int vehicles;
  private final Workers workers;
  private final LongSupplier nanos;
  private final Settings settings;
  private final Traffic traffic;
  private final Crowds crowds;
  private final Distances distances;
  private final JobCosts costs;
  private final JobChooser chooser;
  private final Pockets pockets;
  private final JointPlan plan;
  private final Ranking ranking;
  private final PushSearch pushes;
  private final ShiftSearch shifts;
  private final Improvement improvement;
  private final int[] goal;
  private final int[] toGoal;
  private final int[] toEnd; // of its job
  private final int[] expectedCell;
  private final int[] expectedHeading;
  private final long[] waiting;
  private @Nullable Situation preparedFor;
  private Situation.@Nullable Job[] prepared = {};

  /**
   * @param depth ticks planned ahead, 3 to 6
   * @param triesPerVehicle to better the joint plan, at most, a tick
   * @param seed of all chance
   */
  public record Settings(int depth, int triesPerVehicle, long seed) {
    /**
     * Far ahead where there is room, less far where a crowd changes everything every few ticks, and
     * where the fleet is so large that far ahead takes too long.
     *
     * @param cells that are free or occupied by vehicles
     */
    public static Settings forFleet(int vehicles, int cells) {
      int depth = vehicles <= 500 ? 6 : vehicles <= 2_000 ? 5 : 4;
      return new Settings(vehicles > CROWDED * cells ? 4 : depth, 5, 1);
    }
  }

  /**
   * @param nanos a clock that all deadlines are by, such as {@link System}'s
   */
  public LifelongPlanner(
      Floor floor, int vehicles, Settings settings, Workers workers, LongSupplier nanos) {
    this.vehicles = vehicles;
    this.settings = settings;
    this.workers = workers;
    this.nanos = nanos;
    long tables = Math.max(vehicles + vehicles / 4 + 64L, BYTES_KEPT / DistanceTable.bytes(floor));
    traffic = new Traffic(floor);
    crowds = new Crowds(floor);
    distances = new Distances(floor, traffic, (int) Math.min(tables, floor.cells()), workers);
    costs = new JobCosts(floor, distances);
    chooser = new JobChooser(costs, workers);
    pockets = new Pockets(floor);
    plan = new JointPlan(floor, vehicles, settings.depth(), workers.count());
    ranking = new Ranking(vehicles);
    pushes = new PushSearch(plan);
    shifts = new ShiftSearch(plan);
    improvement = new Improvement(plan, workers, nanos, settings.seed());
    goal = new int[vehicles];
    toGoal = new int[vehicles];
    toEnd = new int[vehicles];
    expectedCell = new int[vehicles];
    expectedHeading = new int[vehicles];
    waiting = new long[vehicles];
    Arrays.fill(goal, Floor.NONE);
  }

  /** Does what need not wait for the first tick: assigns, and makes the tables of all goals. */
  public void prepare(Situation first) {
    preparedFor = first;
    prepared = chooser.choose(first);
    makeTables(first, prepared);
  }

  /**
   * One tick.
   *
   * @param deadlineNanos by the planner's clock; what comes after the first legal plan ends then
   */
  public Decision plan(Situation now, long deadlineNanos) {
    if (now.vehicles().size() != vehicles) {
      throw new IllegalArgumentException(
          "%d vehicles instead of %d".formatted(now.vehicles().size(), vehicles));
    }
    int[] cells = now.vehicles().stream().mapToInt(Situation.Vehicle::cell).toArray();
    traffic.observe(cells);
    crowds.look(cells);
    distances.tick();
    ranking.tick();
    Situation.@Nullable Job[] jobs = now.equals(preparedFor) ? prepared : chooser.choose(now);
    preparedFor = null;
    makeTables(now, jobs);
    boolean asPlanned = true;
    for (int v = 0; v < vehicles; v++) {
      Situation.Vehicle vehicle = now.vehicles().get(v);
      asPlanned &= vehicle.cell() == expectedCell[v] && vehicle.heading() == expectedHeading[v];
      aim(v, vehicle, jobs[v]);
    }
    holdBack();
    rank();
    plan.begin(asPlanned, workers);
    push(deadlineNanos);
    improvement.run((long) vehicles * settings.triesPerVehicle(), deadlineNanos);
    return decision(jobs);
  }

  private void makeTables(Situation now, Situation.@Nullable Job[] jobs) {
    int[] wanted = new int[vehicles];
    int count = 0;
    for (int v = 0; v < vehicles; v++) {
      Situation.Job job = jobs[v];
      if (job != null) {
        wanted[count++] = job.stops().get(served(now.vehicles().get(v), job));
      }
    }
    distances.prepare(wanted, count);
  }

  private static int served(Situation.Vehicle vehicle, Situation.Job job) {
    Situation.Job own = vehicle.job();
    return own != null && own.number() == job.number() ? vehicle.stopsServed() : 0;
  }

  private void aim(int v, Situation.Vehicle vehicle, Situation.@Nullable Job job) {
    int at = vehicle.cell();
    int heading = vehicle.heading();
    if (job == null) {
      goal[v] = Floor.NONE;
      toGoal[v] = 0;
      plan.set(v, at, heading, Floor.NONE, null, null);
      toEnd[v] = Integer.MAX_VALUE;
      return;
    }
    int served = served(vehicle, job);
    goal[v] = job.stops().get(served);
    DistanceTable table = distances.to(goal[v]);
    DistanceTable next = null;
    if (served + 1 < job.stops().size() && distances.has(job.stops().get(served + 1))) {
      next = distances.to(job.stops().get(served + 1));
    }
    toGoal[v] = table.cost(at, heading);
    plan.set(v, at, heading, goal[v], table, next);
    toEnd[v] = toGoal[v] + costs.loaded(job, served);
  }

  /** Those that want into a crowd, or a dead end out of which somebody comes, wait aside. */
  private void holdBack() {
    pockets.begin();
    int count = 0;
    for (int v = 0; v < vehicles; v++) {
      plan.holdBack[v] = goal[v] == Floor.NONE ? 0 : crowds.holdBack(plan.cell[v], goal[v]);
      int inside = pockets.of(plan.cell[v]);
      if (inside != Pockets.NONE) {
        pockets.inside(plan.cell[v], goal[v]);
      }
      if (goal[v] != Floor.NONE
          && pockets.of(goal[v]) != Pockets.NONE
          && pockets.of(goal[v]) != inside) {
        waiting[count++] = ((long) toGoal[v] << 24) | v;
      }
    }
    Arrays.sort(waiting, 0, count);
    for (int i = 0; i < count; i++) {
      int v = (int) (waiting[i] & 0xFFFFFF);
      int outside = pockets.holdBack(toGoal[v], goal[v], distances.to(goal[v]));
      plan.holdBack[v] = Math.max(plan.holdBack[v], outside);
    }
  }

  private void rank() {
    for (int v = 0; v < vehicles; v++) {
      boolean waits = plan.holdBack[v] > 0 && toGoal[v] <= plan.holdBack[v] + WAITING_NEAR;
      ranking.enter(v, goal[v], toGoal[v], toEnd[v], waits);
    }
    ranking.sort(plan.weight);
  }

  private void push(long deadlineNanos) {
    for (int i = 0; i < vehicles; i++) {
      if (i % LOOK_AT_CLOCK_EVERY == 0 && nanos.getAsLong() >= deadlineNanos) {
        return;
      }
      int v = ranking.order[i];
      boolean better = pushes.insist(v, ranking.rank, PUSH_TRIES, VISITS);
      if (!better && plan.idles(v)) {
        shifts.advance(v, distances.to(goal[v]), ranking.rank);
      }
    }
  }

  private Decision decision(Situation.@Nullable Job[] jobs) {
    Action[] actions = new Action[vehicles];
    for (int v = 0; v < vehicles; v++) {
      actions[v] = Action.of(plan.firstAction(v));
      expectedCell[v] = plan.firstCell(v);
      expectedHeading[v] = plan.firstHeading(v);
    }
    List<Situation.@Nullable Job> chosen = new ArrayList<>(Arrays.asList(jobs));
    return new Decision(chosen, Arrays.asList(actions));
  }
}
