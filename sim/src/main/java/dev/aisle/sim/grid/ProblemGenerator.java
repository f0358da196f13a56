package dev.aisle.sim.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Draws problems from a seed: the same settings give the same problem. */
public final class ProblemGenerator {
  private static final int JOBS = 5_000;

  private ProblemGenerator() {}

  /**
   * @param vehicles fewer than the cells of the largest connected part
   * @param mostStops each job has from two to so many stops, all different from the one before
   * @throws IllegalArgumentException when the vehicles do not fit
   */
  public static GridProblem generate(
      Layout layout, int rows, int columns, int vehicles, int mostStops, long seed) {
    if (rows < 4 || columns < 4 || rows > 2_000 || columns > 2_000 || mostStops < 2) {
      throw new IllegalArgumentException("from 4 to 2000 rows and columns, at least 2 stops");
    }
    SplittableRandom random = new SplittableRandom(seed);
    BitSet walls = new BitSet(rows * columns);
    layout.draw(walls, rows, columns, random);
    List<Integer> free = largestPart(walls, rows, columns);
    if (vehicles < 1 || vehicles >= free.size()) {
      throw new IllegalArgumentException(
          "%d vehicles do not fit on %d cells".formatted(vehicles, free.size()));
    }
    List<Integer> starts = new ArrayList<>(free);
    Collections.shuffle(starts, new Random(seed));
    List<List<Integer>> jobs = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      int stops = 2 + random.nextInt(mostStops - 1);
      List<Integer> job = new ArrayList<>();
      while (job.size() < stops) {
        int stop = free.get(random.nextInt(free.size()));
        if (job.isEmpty() || job.getLast() != stop) {
          job.add(stop);
        }
      }
      jobs.add(List.copyOf(job));
    }
    return new GridProblem(rows, columns, walls, starts.subList(0, vehicles), jobs, 1.5);
  }

  /** Walls up all cells but those of the largest connected part, and returns these. */
  private static List<Integer> largestPart(BitSet walls, int rows, int columns) {
    BitSet seen = (BitSet) walls.clone();
    List<Integer> largest = List.of();
    for (int from = seen.nextClearBit(0); from < rows * columns; from = seen.nextClearBit(from)) {
      List<Integer> part = new ArrayList<>(List.of(from));
      seen.set(from);
      for (int i = 0; i < part.size(); i++) {
        int cell = part.get(i);
        int column = cell % columns;
        visit(seen, part, cell - columns, cell >= columns);
        visit(seen, part, cell + columns, cell + columns < rows * columns);
        visit(seen, part, cell - 1, column > 0);
        visit(seen, part, cell + 1, column + 1 < columns);
      }
      largest = part.size() > largest.size() ? part : largest;
    }
    walls.set(0, rows * columns);
    largest.forEach(walls::clear);
    return largest;
  }

  private static void visit(BitSet seen, List<Integer> part, int cell, boolean onFloor) {
    if (onFloor && !seen.get(cell)) {
      seen.set(cell);
      part.add(cell);
    }
  }
}
