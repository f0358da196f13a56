package dev.aisle.hmi.bridge.passage;

import java.util.Optional;

/** The points of all controllers, by name. */
public interface Points {
  /** What a point says now; empty while its controller does not answer. */
  Optional<Boolean> value(String point);

  /** Waits for the controller. True once it has confirmed. */
  boolean write(String point, boolean on);
}
