package dev.aisle.hmi.live.session;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client and the newest thing it should know. Overflow rule: there is room for one thing; what
 * comes while the client is still busy with the last is merged into what waits.
 *
 * @param <T> what is sent
 */
public final class Viewer<T> {

  private static final Logger log = LoggerFactory.getLogger(Viewer.class);

  /** Sends one thing; may block as long as the client is slow. */
  @FunctionalInterface
  public interface Wire<T> {
    void send(T thing) throws IOException;
  }

  /** Joins what waits with what comes. */
  @FunctionalInterface
  public interface Merge<T> {
    T merge(T waiting, T coming);
  }

  private final Wire<T> wire;
  private final Merge<T> merge;
  private final Executor executor;
  private final Runnable onFailure;
  private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
  private final AtomicBoolean busy = new AtomicBoolean();

  public Viewer(Wire<T> wire, Merge<T> merge, Executor executor, Runnable onFailure) {
    this.wire = wire;
    this.merge = merge;
    this.executor = executor;
    this.onFailure = onFailure;
  }

  /** Never blocks. */
  public void show(T thing) {
    waiting.accumulateAndGet(
        thing, (now, coming) -> now == null || coming == null ? coming : merge.merge(now, coming));
    if (busy.compareAndSet(false, true)) {
      executor.execute(this::sendWaiting);
    }
  }

  private void sendWaiting() {
    try {
      for (T next = waiting.getAndSet(null); next != null; next = waiting.getAndSet(null)) {
        wire.send(next);
      }
    } catch (IOException | RuntimeException e) {
      log.debug("A viewer went away", e);
      onFailure.run();
    } finally {
      busy.set(false);
    }
    if (waiting.get() != null && busy.compareAndSet(false, true)) {
      executor.execute(this::sendWaiting);
    }
  }
}
