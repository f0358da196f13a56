package dev.aisle.agv.planning.lifelong;

import java.util.List;

/** Runs pieces of work side by side, where there are processors for that. */
public interface Workers {
  /** How many pieces run at the same time. */
  int count();

  /**
   * Returns when all pieces are done; what they wrote is then visible to the caller.
   *
   * @throws IllegalStateException when a piece failed
   */
  void run(List<? extends Runnable> pieces);

  /** One after the other in the caller's thread. */
  static Workers none() {
    return new Workers() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public void run(List<? extends Runnable> pieces) {
        pieces.forEach(Runnable::run);
      }
    };
  }
}
