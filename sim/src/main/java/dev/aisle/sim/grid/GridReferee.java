package dev.aisle.sim.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The world and its rules, and nothing of how anybody plans. A joint action that breaks a rule
 * makes everybody wait and counts as an error, as does a wrong assignment.
 */
public final class GridReferee {
  /** In place of the number of a job. */
  public static final int NO_JOB = -1;

  /** One cell ahead, quarter turns on the spot, or nothing. */
  public enum Move {
    AHEAD,
    CLOCKWISE,
    ANTICLOCKWISE,
    STAY
  }

  private final GridProblem problem;
  private final BitSet walls;
  private final int[] cell;
  private final int[] heading; // 0 east, 1 south, 2 west, 3 north
  private final int[] job;
  private final int[] served;
  private final Map<Integer, List<Integer>> unbegun = new LinkedHashMap<>();
  private int revealed;
  private int unfinished;
  private int finished;
  private int errors;

  public GridReferee(GridProblem problem) {
    this.problem = problem;
    walls = problem.walls();
    int vehicles = problem.vehicles();
    cell = problem.starts().stream().mapToInt(Integer::intValue).toArray();
    heading = new int[vehicles];
    job = new int[vehicles];
    served = new int[vehicles];
    Arrays.fill(job, NO_JOB);
    topUp();
  }

  /**
   * One tick.
   *
   * @param jobs number of the job of each vehicle, or {@link #NO_JOB}
   * @param moves of each vehicle
   */
  public void apply(List<Integer> jobs, List<Move> moves) {
    if (jobs.size() != cell.length || moves.size() != cell.length) {
      errors++;
      return;
    }
    if (mayHold(jobs)) {
      for (int v = 0; v < cell.length; v++) {
        if (job[v] != jobs.get(v)) {
          job[v] = jobs.get(v);
          served[v] = 0;
        }
      }
    } else {
      errors++;
    }
    if (!move(moves)) {
      errors++;
    }
    serve();
    topUp();
  }

  private boolean mayHold(List<Integer> jobs) {
    Set<Integer> held = new HashSet<>();
    for (int v = 0; v < cell.length; v++) {
      int wanted = jobs.get(v);
      boolean pinned = served[v] > 0;
      boolean known =
          wanted == NO_JOB || (pinned && wanted == job[v]) || unbegun.containsKey(wanted);
      if (!known || (pinned && wanted != job[v]) || (wanted != NO_JOB && !held.add(wanted))) {
        return false;
      }
    }
    return true;
  }

  private boolean move(List<Move> moves) {
    int[] next = new int[cell.length];
    Map<Integer, Integer> leaving = new HashMap<>();
    Set<Integer> entered = new HashSet<>();
    for (int v = 0; v < cell.length; v++) {
      next[v] = moves.get(v) == Move.AHEAD ? ahead(cell[v], heading[v]) : cell[v];
      if (next[v] < 0 || walls.get(next[v]) || !entered.add(next[v])) {
        return false;
      }
      leaving.put(cell[v], v);
    }
    for (int v = 0; v < cell.length; v++) {
      Integer other = leaving.get(next[v]);
      if (other != null && other != v && next[other] == cell[v]) {
        return false;
      }
    }
    for (int v = 0; v < cell.length; v++) {
      cell[v] = next[v];
      heading[v] =
          switch (moves.get(v)) {
            case CLOCKWISE -> (heading[v] + 1) % 4;
            case ANTICLOCKWISE -> (heading[v] + 3) % 4;
            case AHEAD, STAY -> heading[v];
          };
    }
    return true;
  }

  private int ahead(int from, int facing) {
    int column = from % problem.columns();
    return switch (facing) {
      case 0 -> column + 1 < problem.columns() ? from + 1 : -1;
      case 1 -> from / problem.columns() + 1 < problem.rows() ? from + problem.columns() : -1;
      case 2 -> column > 0 ? from - 1 : -1;
      default -> from - problem.columns();
    };
  }

  private void serve() {
    for (int v = 0; v < cell.length; v++) {
      if (job[v] == NO_JOB || stopsOf(job[v]).get(served[v]) != cell[v]) {
        continue;
      }
      unbegun.remove(job[v]);
      served[v]++;
      if (served[v] == stopsOf(job[v]).size()) {
        finished++;
        unfinished--;
        job[v] = NO_JOB;
        served[v] = 0;
      }
    }
  }

  private void topUp() {
    for (; unfinished < problem.poolSize(); unfinished++) {
      unbegun.put(revealed, stopsOf(revealed));
      revealed++;
    }
  }

  public List<Integer> stopsOf(int number) {
    return problem.jobs().get(number % problem.jobs().size());
  }

  /** Numbers of the jobs of which no stop is served, oldest first. */
  public List<Integer> open() {
    return new ArrayList<>(unbegun.keySet());
  }

  public int cell(int vehicle) {
    return cell[vehicle];
  }

  public int heading(int vehicle) {
    return heading[vehicle];
  }

  public int job(int vehicle) {
    return job[vehicle];
  }

  public int stopsServed(int vehicle) {
    return served[vehicle];
  }

  public int finished() {
    return finished;
  }

  public int errors() {
    return errors;
  }
}
