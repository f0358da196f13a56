package dev.aisle.sim.plc;

import java.time.Duration;

/** Lets a slave keep still for a while: requests wait instead of being answered. */
final class Silence {
  private long untilNanos = System.nanoTime();

  synchronized void begin(Duration length) {
    untilNanos = System.nanoTime() + length.toNanos();
  }

  /** Returns when the silence is over. */
  synchronized void keep() {
    long leftMs = (untilNanos - System.nanoTime()) / 1_000_000;
    while (leftMs > 0) {
      try {
        wait(leftMs);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      leftMs = (untilNanos - System.nanoTime()) / 1_000_000;
    }
  }

  synchronized void end() {
    untilNanos = System.nanoTime();
    notifyAll();
  }
}
