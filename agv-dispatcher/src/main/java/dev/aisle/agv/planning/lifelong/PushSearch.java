package dev.aisle.agv.planning.lifelong;

/**
 * Finds a better maneuver for one vehicle. Where another is in the way, that one is pushed aside
 * and looks for a maneuver of its own, and so on; either the whole chain fits, or nothing changes.
 * One a thread.
 *
 * <p>After EPIBT and its large neighbourhood search (Yukhnevich and Andreychuk, AAAI 2026), which
 * build on PIBT (Okumura et al., 2022).
 */
final class PushSearch {
  static final int NO_STRIP = -1;

  private static final int LONGEST_CHAIN = 400;
  private static final int[] NO_RANKS = {};

  private final JointPlan plan;
  private final boolean[] inChain;
  private final int[] visitedIn;
  private final int[] visits;
  private int search;
  private int tries;
  private int mostTries;
  private int mostVisits;
  private int length;
  private int[] rank = NO_RANKS;
  private int rankOfFirst;
  private int[] strip = {};
  private int itsStrip = NO_STRIP;

  PushSearch(JointPlan plan) {
    this.plan = plan;
    inChain = new boolean[plan.vehicles];
    visitedIn = new int[plan.vehicles];
    visits = new int[plan.vehicles];
  }

  /** Only pushes vehicles of one strip from now on. */
  void confine(int[] strips, int one) {
    strip = strips;
    itsStrip = one;
  }

  /**
   * Takes any better maneuver that only pushes vehicles of lower rank, at whatever price to them.
   *
   * @param ranks by vehicle, 0 the most important
   */
  boolean insist(int v, int[] ranks, int tryLimit, int visitLimit) {
    rank = ranks;
    rankOfFirst = ranks[v];
    return search(v, true, tryLimit, visitLimit);
  }

  /** Takes a better maneuver for which the weighted sum over all pushed vehicles gains. */
  boolean improve(int v, int tryLimit, int visitLimit) {
    return search(v, false, tryLimit, visitLimit);
  }

  private boolean search(int v, boolean rude, int tryLimit, int visitLimit) {
    if (plan.isBest(v)) {
      return false;
    }
    search++;
    tries = 0;
    length = 0;
    mostTries = tryLimit;
    mostVisits = visitLimit;
    plan.remove(v);
    if (chain(v, 0, rude, true)) {
      return true;
    }
    plan.place(v);
    return false;
  }

  /** The vehicle is off the plan; true leaves it, and all that it pushed, placed anew. */
  private boolean chain(int v, long loss, boolean rude, boolean first) {
    int from = v * plan.maneuvers.count;
    int end = from + plan.options[v];
    int oldPrice = plan.price[v];
    int old = plan.chosen[v];
    inChain[v] = true;
    length++;
    boolean found = false;
    for (int i = from; i < end && !found; i++) {
      int itsPrice = plan.optionPrice[i];
      long total = loss + plan.weight[v] * (itsPrice - oldPrice);
      if ((first ? itsPrice >= oldPrice : !rude && total >= 0) || ++tries > mostTries) {
        break;
      }
      int maneuver = plan.option[i];
      int other = plan.inTheWay(v, maneuver);
      if (other == JointPlan.NOBODY) {
        plan.take(v, maneuver, itsPrice);
        found = true;
      } else if (other != JointPlan.SEVERAL && mayPush(other, rude)) {
        plan.remove(other);
        plan.take(v, maneuver, itsPrice);
        found = chain(other, total, rude, false);
        if (!found) {
          plan.remove(v);
          plan.chosen[v] = old;
          plan.price[v] = oldPrice;
          plan.place(other);
        }
      }
    }
    inChain[v] = false;
    length--;
    return found;
  }

  private boolean mayPush(int other, boolean rude) {
    if (inChain[other]
        || length >= LONGEST_CHAIN
        || (itsStrip != NO_STRIP && strip[other] != itsStrip)
        || (rude && rank[other] < rankOfFirst)) {
      return false;
    }
    if (visitedIn[other] != search) {
      visitedIn[other] = search;
      visits[other] = 0;
    }
    return visits[other]++ < mostVisits;
  }
}
