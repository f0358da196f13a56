package dev.aisle.hmi.live;

/** Says whether the session behind a stream still holds. */
@FunctionalInterface
public interface SessionWatch {
  boolean goesOn();
}
