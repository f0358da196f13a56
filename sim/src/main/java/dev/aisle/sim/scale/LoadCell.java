package dev.aisle.sim.scale;

/**
 * What a scale feels: a load that swings after it was put on or taken off, and comes to rest. Knows
 * no clock. Thread-safe.
 */
public final class LoadCell {
  private static final double SWINGS_PER_SECOND = 4;
  private static final double CALMS_IN_S = 0.06;
  private static final double STILL_AFTER_S = 0.2;

  private final long maxMg;
  private final long stepMg;
  private long loadMg;
  private double swingMg;
  private double sinceChangeS;
  private double stillS = STILL_AFTER_S;

  /**
   * @param maxMg more is overload
   * @param stepMg smallest difference it shows
   */
  public LoadCell(long maxMg, long stepMg) {
    if (maxMg <= 0 || stepMg <= 0) {
      throw new IllegalArgumentException("a scale to %d mg in %d mg".formatted(maxMg, stepMg));
    }
    this.maxMg = maxMg;
    this.stepMg = stepMg;
  }

  /** Something is put on; with a negative number, taken off. */
  public synchronized void put(long milligrams) {
    loadMg += milligrams;
    swingMg = milligrams;
    sinceChangeS = 0;
    stillS = 0;
  }

  /** Everything is taken off. */
  public synchronized void clear() {
    put(-loadMg);
  }

  /** So much time goes by. */
  public synchronized void step(double seconds) {
    sinceChangeS += seconds;
    stillS = Math.abs(swing()) < stepMg / 2.0 ? stillS + seconds : 0;
  }

  private double swing() {
    double calm = Math.exp(-sinceChangeS / CALMS_IN_S);
    return -swingMg * calm * Math.cos(2 * Math.PI * SWINGS_PER_SECOND * sinceChangeS);
  }

  /**
   * What the display shows.
   *
   * @param milligrams a multiple of the step
   */
  public record Shown(long milligrams, boolean stable, boolean overload) {}

  public synchronized Shown shown() {
    long steps = Math.round((loadMg + swing()) / stepMg);
    long shown = steps * stepMg;
    return new Shown(shown, stillS >= STILL_AFTER_S, shown > maxMg);
  }
}
