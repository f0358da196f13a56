package dev.aisle.sim.modbus;

import dev.aisle.sim.modbus.DataUnits.UnitFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What is wrong with which unit of a line, and until when. Thread-safe. */
final class UnitFaults {
  /** A unit that waits is looked after so often, although it is told when that ends. */
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Integer, Ongoing> faults = new HashMap<>();
  private final Map<Integer, Integer> lostAnswers = new HashMap<>();

  private record Ongoing(UnitFault fault, OptionalLong untilNanos) {
    boolean isOver(long nanos) {
      return untilNanos.isPresent() && untilNanos.getAsLong() - nanos <= 0;
    }

    long leftNanos(long nanos) {
      return untilNanos.isPresent() ? untilNanos.getAsLong() - nanos : LOOK_NANOS;
    }
  }

  sealed interface State {
    record Well() implements State {}

    record Ill(UnitFault fault) implements State {}
  }

  /**
   * @param length empty for until further notice
   */
  void set(int unit, Optional<UnitFault> fault, Optional<Duration> length) {
    lock.lock();
    try {
      OptionalLong until =
          length.isPresent()
              ? OptionalLong.of(System.nanoTime() + length.get().toNanos())
              : OptionalLong.empty();
      faults.remove(unit);
      fault.ifPresent(wrong -> faults.put(unit, new Ongoing(wrong, until)));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void loseAnswers(int unit, int count) {
    lock.lock();
    try {
      lostAnswers.put(unit, count);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the answer that comes now is one of those that are lost. */
  boolean takeLostAnswer(int unit) {
    lock.lock();
    try {
      int left = lostAnswers.getOrDefault(unit, 0);
      lostAnswers.put(unit, Math.max(0, left - 1));
      return left > 0;
    } finally {
      lock.unlock();
    }
  }

  /** How the unit is when it no longer waits. */
  State now(int unit) {
    lock.lock();
    try {
      while (true) {
        Ongoing ongoing = faults.get(unit);
        long nanos = System.nanoTime();
        if (ongoing == null || ongoing.isOver(nanos)) {
          return new State.Well();
        }
        if (!(ongoing.fault instanceof UnitFault.Waits)) {
          return new State.Ill(ongoing.fault);
        }
        changed.await(ongoing.leftNanos(nanos), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new State.Ill(new UnitFault.Silent());
    } finally {
      lock.unlock();
    }
  }
}
