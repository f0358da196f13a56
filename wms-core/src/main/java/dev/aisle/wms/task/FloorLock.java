package dev.aisle.wms.task;

/**
 * One decision about the floor at a time: which slot, which order gets which stock, which unit to
 * which position. Such decisions read much and write little, and two of them at once would each be
 * right and both together wrong.
 */
public interface FloorLock {
  /**
   * Waits until no other transaction decides; held until the caller's transaction ends. Taken first
   * of all locks, so that no two transactions wait for each other.
   */
  void take();
}
