package dev.aisle.device.rfid.uhf;

import dev.aisle.device.rfid.uhf.protocol.Conversation;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work that others want done on the line of one reader. It waits in a bounded queue (what does not
 * fit is refused) until the reader's thread has paused reading for it.
 */
final class UhfJobs<F> {
  private static final int WAITING_AT_MOST = 16;
  private static final Duration WAIT_AT_MOST = Duration.ofSeconds(5);

  private final BlockingQueue<Job<F, ?>> queue = new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private volatile @Nullable Thread worker;

  /** One piece of work. */
  public interface Step<F, T> {
    T on(Conversation<F> with) throws IOException, InterruptedException;
  }

  /**
   * Queues and waits.
   *
   * @param takes how long the step itself may take
   * @param notReady for work that was not begun, with the reason
   * @param broken for work that was begun and did not come to an end, with the reason
   */
  public <T> T run(
      Step<F, T> step, Duration takes, Function<String, T> notReady, Function<String, T> broken) {
    Thread by = worker;
    if (by == null) {
      return notReady.apply("the reader cannot be reached");
    }
    if (by == Thread.currentThread()) {
      return notReady.apply("asked on the reader's own thread, which would wait for itself");
    }
    Job<F, T> job = new Job<>(step);
    if (!queue.offer(job)) {
      return notReady.apply("%d requests wait already".formatted(WAITING_AT_MOST));
    }
    if (worker == null && job.claim()) {
      return notReady.apply("the reader cannot be reached");
    }
    try {
      return job.result.get(WAIT_AT_MOST.plus(takes).toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return job.claim()
          ? notReady.apply("the reader was busy for %s".formatted(WAIT_AT_MOST.plus(takes)))
          : broken.apply("no answer within %s".formatted(takes));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return job.claim() ? notReady.apply("interrupted") : broken.apply("interrupted");
    } catch (ExecutionException e) {
      String why = String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
      return e.getCause() instanceof NotBegun ? notReady.apply(why) : broken.apply(why);
    }
  }

  /** From now on, until {@link #down}, the calling thread takes jobs. */
  public void up() {
    worker = Thread.currentThread();
  }

  /** Nobody takes jobs now; those that wait are refused. */
  public void down() {
    worker = null;
    for (Job<F, ?> job = queue.poll(); job != null; job = queue.poll()) {
      if (job.claim()) {
        job.result.completeExceptionally(new NotBegun("the reader cannot be reached"));
      }
    }
  }

  public boolean waiting() {
    return !queue.isEmpty();
  }

  /** Does the next one, waiting so long for it; false when there is none. */
  public boolean next(Conversation<F> with, Duration atMost)
      throws IOException, InterruptedException {
    Job<F, ?> job = queue.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    if (job == null) {
      return false;
    }
    if (job.claim()) {
      job.run(with);
    }
    return true;
  }

  private static final class NotBegun extends IOException {
    private static final long serialVersionUID = 1;

    NotBegun(String why) {
      super(why);
    }
  }

  private static final class Job<F, T> {
    private final Step<F, T> step;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();

    Job(Step<F, T> step) {
      this.step = step;
    }

    /** True for exactly one caller: who runs it, or who gives it up. */
    boolean claim() {
      return claimed.compareAndSet(false, true);
    }

    void run(Conversation<F> with) throws IOException, InterruptedException {
      try {
        result.complete(step.on(with));
      } catch (IOException | InterruptedException | RuntimeException e) {
        result.completeExceptionally(e);
        throw e;
      }
    }
  }
}
