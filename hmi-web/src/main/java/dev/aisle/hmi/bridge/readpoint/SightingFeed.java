package dev.aisle.hmi.bridge.readpoint;

import dev.aisle.device.plc.PointChange;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.device.DeviceListener;
import dev.aisle.hmi.bridge.work.HandOver;
import dev.aisle.hmi.bridge.work.Rounds;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveTopic;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.capture.TagSighting;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All read points: what devices see becomes sightings, and these are handed to the warehouse. */
public final class SightingFeed implements DeviceListener, AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int EYES_EVERY_STEPS = 4;
  private static final int SIGHTINGS_WAITING = 10_000;

  private final Clock clock;
  private final ReadPointWatch points;
  private final Recordings recordings;
  private final Predicate<String> pointKnown;
  private final HandOver<TagSighting> sightings;
  private final Rounds smoothing = new Rounds("smoothing", PAUSE, this::smooth);
  private volatile Consumer<TagSighting> listener = sighting -> {};
  private int steps;

  /**
   * @param pointKnown true for a point of a controller that answers; not asked before {@link
   *     #start}
   */
  public SightingFeed(
      Site site,
      Sightings capture,
      LiveChanges screens,
      Recordings recordings,
      Predicate<String> pointKnown,
      Clock clock) {
    this.clock = clock;
    this.recordings = recordings;
    this.pointKnown = pointKnown;
    this.points = new ReadPointWatch(site, recordings);
    this.sightings =
        new HandOver<>(
            "sightings",
            SIGHTINGS_WAITING,
            sighting -> {
              capture.record(sighting);
              screens.changed(LiveTopic.DEVICES, LiveTopic.ADVICES, LiveTopic.TASKS);
            });
    site.readPoints().forEach(p -> capture.declare(p.id(), p.sameTagAgainAfter()));
  }

  /** Who else hears of sightings, from the thread that smooths them; must not wait. */
  public void listen(Consumer<TagSighting> also) {
    listener = also;
  }

  public void start() {
    smoothing.start();
  }

  /** Antennas of the devices as they are now feed the read points, which stay the same. */
  public void apply(Site site) {
    points.apply(site);
  }

  /** What was decided lately about tags at the read points, and why. */
  public RecentPasses passes() {
    return points.passes();
  }

  public ReadPointWatch points() {
    return points;
  }

  @Override
  public void read(TagRead read) {
    points.read(read);
  }

  @Override
  public void pointChanged(PointChange change) {
    points.pointChanged(change.point(), change.value(), change.at());
  }

  private void smooth() {
    if (steps++ % EYES_EVERY_STEPS == 0) {
      points.lookAtEyes(pointKnown);
    }
    for (TagSighting sighting : points.step(clock.instant())) {
      listener.accept(sighting);
      sightings.give(sighting);
    }
  }

  @Override
  public void close() {
    smoothing.close();
    sightings.close();
    recordings.close();
  }
}
