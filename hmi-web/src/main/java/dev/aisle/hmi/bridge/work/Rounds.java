package dev.aisle.hmi.bridge.work;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at something again and again, on one thread, with the same pause after each look. A look
 * that fails is logged, and the next one comes; what fails at every look is logged once a minute.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration LOGGED_EVERY = Duration.ofMinutes(1);
  private static final Duration LAST_LOOK = Duration.ofSeconds(10);

  private final String name;
  private final Duration pause;
  private final Runnable look;
  private final ScheduledExecutorService thread;

  /** Failures by part of the look; bounded by what the site file names. */
  private final Map<String, Failures> failures = new ConcurrentHashMap<>();

  private static final class Failures {
    private long loggedAtNanos = System.nanoTime() - LOGGED_EVERY.toNanos();
    private int unsaid;
  }

  /**
   * @param look is called by one thread at a time, first when started
   */
  public Rounds(String name, Duration pause, Runnable look) {
    this.name = name;
    this.pause = pause;
    this.look = look;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bridge-" + name).factory());
  }

  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> attempt(name, look), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does one part of a look, so that its failure keeps no other part from being looked at. */
  public void attempt(String what, Runnable part) {
    try {
      part.run();
    } catch (RuntimeException | Error e) { // an executor would end the rounds without a word
      failed(what, e);
    }
  }

  private void failed(String what, Throwable why) {
    Failures so = failures.computeIfAbsent(what, first -> new Failures());
    long now = System.nanoTime();
    synchronized (so) {
      so.unsaid++;
      if (now - so.loggedAtNanos >= LOGGED_EVERY.toNanos()) {
        LOG.warn("{}: {} looks at {} failed, the last one:", name, so.unsaid, what, why);
        so.loggedAtNanos = now;
        so.unsaid = 0;
      }
    }
  }

  /** Waits for the look that is under way. Closing again, or before the start, is no mistake. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{}: the last look takes too long and is broken off", name);
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
