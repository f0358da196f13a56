package dev.aisle.agv.planning;

/** Work that planning may still do, in nodes looked at: so a step of the dispatcher stays short. */
public final class Effort {
  private int left;

  public Effort(int steps) {
    left = steps;
  }

  /** False, and nothing is taken, when all is used up. */
  boolean take() {
    if (left <= 0) {
      return false;
    }
    left--;
    return true;
  }

  public int left() {
    return left;
  }

  /** A part of what is left, for one search; what it does not use comes back by {@link #add}. */
  public Effort part(int most) {
    Effort part = new Effort(Math.min(most, left));
    left -= part.left;
    return part;
  }

  public void add(Effort unused) {
    left += unused.left;
    unused.left = 0;
  }
}
