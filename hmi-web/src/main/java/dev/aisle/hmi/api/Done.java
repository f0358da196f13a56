package dev.aisle.hmi.api;

/** The command was carried out. */
public record Done(boolean done) {
  public static final Done DONE = new Done(true);
}
