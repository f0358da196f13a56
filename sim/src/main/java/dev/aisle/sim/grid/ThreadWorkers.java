package dev.aisle.sim.grid;

import dev.aisle.agv.planning.lifelong.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers on threads of their own; the caller's thread does one piece itself. */
public final class ThreadWorkers implements Workers, AutoCloseable {
  private final ExecutorService threads;
  private final int count;

  public ThreadWorkers(int count) {
    this.count = count;
    threads =
        Executors.newFixedThreadPool(
            Math.max(1, count - 1), Thread.ofPlatform().daemon().name("planner-", 0).factory());
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void run(List<? extends Runnable> pieces) {
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < pieces.size(); i++) {
      others.add(threads.submit(pieces.get(i)));
    }
    if (!pieces.isEmpty()) {
      pieces.getFirst().run();
    }
    for (Future<?> other : others) {
      try {
        other.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while planning", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a piece of work failed", e.getCause());
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
