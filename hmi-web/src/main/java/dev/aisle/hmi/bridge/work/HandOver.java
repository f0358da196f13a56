package dev.aisle.hmi.bridge.work;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A bounded queue and the one thread that books what comes out of it, in order.
 *
 * <p>Overflow: the giver waits up to {@link #PATIENCE}, then the thing is refused and counted;
 * givers are threads of the bridge itself, never of a device. While the database is away the first
 * in the queue is tried again until it is booked: order is kept, nothing is skipped. What the core
 * itself refuses with an exception is a bug and is logged and passed over, so that one bad thing
 * cannot stop all others.
 */
public final class HandOver<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration DATABASE_AWAY = Duration.ofMillis(500);

  private final String name;
  private final BlockingQueue<T> queue;
  private final Consumer<T> book;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);

  public HandOver(String name, int bound, Consumer<T> book) {
    this.name = name;
    this.queue = new ArrayBlockingQueue<>(bound);
    this.book = book;
    this.thread = new Thread(this::run, "bridge-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** False when there was no room for {@link #PATIENCE}. */
  public boolean give(T thing) {
    try {
      if (queue.offer(thing, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      LOG.error("{}: no room for {}", name, thing);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int waiting() {
    return queue.size();
  }

  private void run() {
    try {
      while (isOpen()) {
        bookUntilDone(queue.take());
      }
    } catch (InterruptedException e) {
      LOG.debug("{} ends with {} waiting", name, queue.size());
    }
  }

  private void bookUntilDone(T thing) throws InterruptedException {
    while (isOpen()) {
      try {
        book.accept(thing);
        return;
      } catch (TransientDataAccessException
          | RecoverableDataAccessException
          | NonTransientDataAccessResourceException
          | TransactionException e) {
        LOG.warn("{}: not booked yet, tried again: {}", name, e.getMessage());
        if (closed.await(DATABASE_AWAY.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (RuntimeException e) {
        LOG.error("{}: cannot book {}", name, thing, e);
        return;
      }
    }
  }

  private boolean isOpen() {
    return closed.getCount() > 0;
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
