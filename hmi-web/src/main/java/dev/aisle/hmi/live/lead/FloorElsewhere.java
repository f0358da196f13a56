package dev.aisle.hmi.live.lead;

/** A command to vehicles or devices came to a program that does not run the floor now. */
public final class FloorElsewhere extends RuntimeException {
  public FloorElsewhere() {
    super("another program runs the floor");
  }
}
