package dev.aisle.sim.fleet.watch;

/**
 * A fleet that does not come to an end.
 *
 * @param atMs when it was seen, on the fleet's clock
 * @param who who waits for whom
 */
public record Standstill(Kind kind, long atMs, String who) {

  /** What it looks like from outside. */
  public enum Kind {
    /** Vehicles wait for each other in a circle. */
    CIRCLE,
    /** Nobody moves although there is work. */
    ALL_STAND,
    /** One vehicle waits and waits while others go on. */
    STARVED
  }
}
