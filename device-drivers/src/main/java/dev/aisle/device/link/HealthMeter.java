package dev.aisle.device.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what happens on one device's wire. May be used from any thread. */
public final class HealthMeter {
  /** How long a complaint stands after it was last heard. */
  public static final Duration COMPLAINT_HELD = Duration.ofSeconds(3);

  /** From the least urgent; a lesser complaint does not hide a greater one. */
  private static final List<Ne107> URGENCY =
      List.of(Ne107.OK, Ne107.MAINTENANCE, Ne107.OUT_OF_SPEC, Ne107.CHECK, Ne107.FAILURE);

  private static final int RATE_SECONDS = 5;

  private final String device;
  private final Clock clock;
  private LinkState link = LinkState.CONNECTING;
  private @Nullable Instant lastExchange;
  private @Nullable DeviceTrouble trouble;
  private boolean triedBefore;
  private Ne107 condition = Ne107.OK;
  private @Nullable Instant conditionTold;
  private long exchanges;
  private long errors;
  private long noiseBytes;
  private final SlidingCount exchangesLately = new SlidingCount();
  private final SlidingCount readsLately = new SlidingCount();
  private final SlidingCount noiseLately = new SlidingCount();
  private final SlidingCount errorsLately = new SlidingCount();

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
    condition = Ne107.OK;
  }

  public synchronized void down(DeviceTrouble why) {
    link = LinkState.DOWN;
    trouble = why;
    error();
  }

  /** The owner closed the device on purpose. */
  public synchronized void closed() {
    link = LinkState.DOWN;
    trouble = DeviceTrouble.of(TroubleKind.CLOSED, "closed");
  }

  public synchronized void exchanged() {
    exchanges++;
    Instant now = clock.instant();
    lastExchange = now;
    exchangesLately.add(now.getEpochSecond(), 1);
  }

  public synchronized void error() {
    errors++;
    errorsLately.add(clock.instant().getEpochSecond(), 1);
  }

  public synchronized void noise(int bytes) {
    noiseBytes += bytes;
    noiseLately.add(clock.instant().getEpochSecond(), bytes);
  }

  /** So many tags, codes or values were told on. */
  public synchronized void reads(int count) {
    readsLately.add(clock.instant().getEpochSecond(), count);
  }

  /** The device answers, but says that something is not as it should be. */
  public void check(DeviceTrouble what) {
    told(Ne107.CHECK, what);
  }

  /** The device works, but outside the limits it was made for. */
  public void outOfSpec(DeviceTrouble what) {
    told(Ne107.OUT_OF_SPEC, what);
  }

  /** The device works, but someone should look after it before long. */
  public void maintenance(DeviceTrouble what) {
    told(Ne107.MAINTENANCE, what);
  }

  /** The device answers, and says that it has failed. */
  public void failing(DeviceTrouble what) {
    told(Ne107.FAILURE, what);
  }

  /**
   * The device works as it should. What it complained of is forgotten when it has not complained
   * again for {@link #COMPLAINT_HELD}: a missing antenna is told once a round, between good reads
   * of the others, and must stay one alarm.
   */
  public synchronized void checked() {
    if (condition != Ne107.OK
        && (conditionTold == null
            || !clock.instant().isBefore(conditionTold.plus(COMPLAINT_HELD)))) {
      condition = Ne107.OK;
      trouble = null;
    }
  }

  /** The device itself says that nothing is wrong with it any more. */
  public synchronized void settled() {
    if (condition != Ne107.OK) {
      condition = Ne107.OK;
      trouble = null;
    }
  }

  private synchronized void told(Ne107 what, DeviceTrouble why) {
    if (URGENCY.indexOf(what) >= URGENCY.indexOf(condition)) {
      condition = what;
      conditionTold = clock.instant();
      trouble = why;
    }
  }

  public synchronized DeviceHealth read() {
    Ne107 signal =
        switch (link) {
          case CONNECTING -> Ne107.UNKNOWN;
          case DOWN -> Ne107.FAILURE;
          case UP -> condition;
        };
    return new DeviceHealth(
        device,
        signal,
        link,
        Optional.ofNullable(lastExchange),
        exchanges,
        errors,
        noiseBytes,
        Optional.ofNullable(trouble),
        rates());
  }

  private DeviceRates rates() {
    long second = clock.instant().getEpochSecond();
    double seconds = RATE_SECONDS;
    return new DeviceRates(
        exchangesLately.before(second, RATE_SECONDS) / seconds,
        readsLately.before(second, RATE_SECONDS) / seconds,
        noiseLately.before(second, RATE_SECONDS) / seconds,
        errorsLately.lastMinute(second));
  }
}
