package dev.aisle.device.link;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one device working: one daemon thread that opens it, does its rounds, and after a failure
 * closes it before it opens it again, with growing pauses.
 */
public final class DeviceLine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceLine.class);
  private static final Duration GOODBYE = Duration.ofSeconds(3);

  private final String device;
  private final DeviceWork work;
  private final HealthMeter health;
  private final BackOff backOff;
  private final CountDownLatch stop = new CountDownLatch(1);
  private @Nullable Thread thread;

  public DeviceLine(String device, DeviceWork work, HealthMeter health, BackOff backOff) {
    this.device = device;
    this.work = work;
    this.health = health;
    this.backOff = backOff;
  }

  public synchronized void open() {
    if (thread != null || stopped()) {
      return;
    }
    Thread started = new Thread(this::keepUp, "device-" + device);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  /** Stops for good and waits, at most 3 s, until the wire is closed. */
  @Override
  public void close() {
    stop.countDown();
    Thread ending;
    synchronized (this) {
      ending = thread;
      thread = null;
    }
    if (ending == null || ending == Thread.currentThread()) {
      return;
    }
    ending.interrupt();
    try {
      ending.join(GOODBYE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean stopped() {
    return stop.getCount() == 0;
  }

  private void keepUp() {
    int failures = 0;
    while (!stopped()) {
      boolean wasUp = false;
      try {
        health.connecting();
        work.open();
        wasUp = true;
        health.up();
        LOG.info("{} is up", device);
        while (!stopped()) {
          work.round();
        }
      } catch (InterruptedException e) {
        break;
      } catch (IOException e) {
        failures = wasUp ? 1 : failures + 1;
        report(failures, DeviceTrouble.of(e));
      } catch (RuntimeException e) {
        failures = wasUp ? 1 : failures + 1;
        LOG.error("{}: the driver itself failed", device, e);
        report(failures, DeviceTrouble.of(TroubleKind.DRIVER_FAULT, "driver error: " + e));
      } finally {
        work.close();
      }
      if (pause(backOff.after(failures))) {
        break;
      }
    }
    health.closed();
  }

  private void report(int failures, DeviceTrouble why) {
    health.down(why);
    if (failures == 1) {
      LOG.warn("{} is down: {}", device, why.detail());
    } else {
      LOG.debug("{} is still down after {} tries: {}", device, failures, why.detail());
    }
  }

  private boolean pause(Duration length) {
    try {
      return stop.await(length.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
