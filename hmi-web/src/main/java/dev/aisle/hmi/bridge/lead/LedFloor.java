package dev.aisle.hmi.bridge.lead;

/** What only the leading node runs: devices, doors, vehicles. */
public interface LedFloor {
  /** Starts all of it. */
  void open();

  /** Stops all of it; nothing is sent any more when this returns. */
  void close();

  boolean isOpen();
}
