package dev.aisle.device.link;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what happens on one device's wire. May be used from any thread. */
public final class HealthMeter {
  private final String device;
  private final Clock clock;
  private LinkState link = LinkState.CONNECTING;
  private @Nullable Instant lastExchange;
  private @Nullable String trouble;
  private boolean triedBefore;
  private boolean check;
  private long exchanges;
  private long errors;
  private long noiseBytes;

  public HealthMeter(String device, Clock clock) {
    this.device = device;
    this.clock = clock;
  }

  public synchronized void connecting() {
    if (!triedBefore) {
      link = LinkState.CONNECTING;
    }
    triedBefore = true;
  }

  public synchronized void up() {
    link = LinkState.UP;
    trouble = null;
    check = false;
  }

  public synchronized void down(String why) {
    link = LinkState.DOWN;
    trouble = why;
    errors++;
  }

  /** The owner closed the device on purpose. */
  public synchronized void closed() {
    link = LinkState.DOWN;
    trouble = "closed";
  }

  public synchronized void exchanged() {
    exchanges++;
    lastExchange = clock.instant();
  }

  public synchronized void error() {
    errors++;
  }

  public synchronized void noise(int bytes) {
    noiseBytes += bytes;
  }

  /** The device answers, but says that something is not as it should be. */
  public synchronized void check(String what) {
    check = true;
    trouble = what;
  }

  /** What was to be checked is in order again. */
  public synchronized void checked() {
    if (check) {
      check = false;
      trouble = null;
    }
  }

  public synchronized DeviceHealth read() {
    Ne107 signal =
        switch (link) {
          case CONNECTING -> Ne107.UNKNOWN;
          case DOWN -> Ne107.FAILURE;
          case UP -> check ? Ne107.CHECK : Ne107.OK;
        };
    return new DeviceHealth(
        device,
        signal,
        link,
        Optional.ofNullable(lastExchange),
        exchanges,
        errors,
        noiseBytes,
        Optional.ofNullable(trouble));
  }
}
