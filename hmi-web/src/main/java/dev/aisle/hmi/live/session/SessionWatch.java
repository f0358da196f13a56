package dev.aisle.hmi.live.session;

/** Says whether the session behind a stream still holds. */
@FunctionalInterface
public interface SessionWatch {
  boolean goesOn();
}
