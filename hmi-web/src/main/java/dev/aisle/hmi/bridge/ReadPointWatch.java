package dev.aisle.hmi.bridge;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.smoothing.EyeEvent;
import dev.aisle.device.rfid.smoothing.Smoother;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import dev.aisle.device.rfid.smoothing.TagPass;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.TagSighting;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One read point: takes reads and eye breaks from device threads, and turns them into sightings
 * when it is stepped.
 *
 * <p>Overflow: a read that finds no room is dropped and counted, for the tag is read again within
 * milliseconds. Eye breaks have a queue of their own, so that no flood of reads can lose one.
 */
final class ReadPointWatch {
  private static final int READS = 10_000;
  private static final int EYE_BREAKS = 1_000;

  private final Site.ReadPoint point;
  private final Smoother smoother;
  private final BlockingQueue<TagRead> reads = new ArrayBlockingQueue<>(READS);
  private final BlockingQueue<EyeEvent> eyes = new ArrayBlockingQueue<>(EYE_BREAKS);
  private final AtomicLong dropped = new AtomicLong();

  ReadPointWatch(Site.ReadPoint point) {
    this.point = point;
    this.smoother =
        new Smoother(
            point.id(),
            point.eyes().isPresent() ? SmoothingRules.dockPortal() : SmoothingRules.head());
  }

  boolean hears(String device, int antenna) {
    return point.device().equals(device) && point.antenna() == antenna;
  }

  void read(TagRead read) {
    if (!reads.offer(read)) {
      dropped.incrementAndGet();
    }
  }

  /** A controller's point changed; says nothing when it is not one of this read point's eyes. */
  void pointChanged(String name, boolean blocked, Instant at) {
    if (point.eyes().isEmpty()) {
      return;
    }
    Site.Eyes pair = point.eyes().get();
    EyeEvent.Eye eye;
    if (name.equals(pair.outer())) {
      eye = EyeEvent.Eye.OUTER;
    } else if (name.equals(pair.inner())) {
      eye = EyeEvent.Eye.INNER;
    } else {
      return;
    }
    if (!eyes.offer(new EyeEvent(point.id(), eye, blocked, at))) {
      dropped.incrementAndGet();
    }
  }

  long dropped() {
    return dropped.get() + smoother.dropped();
  }

  List<TagSighting> step(Instant now) {
    List<TagRead> newReads = new ArrayList<>();
    List<EyeEvent> newBreaks = new ArrayList<>();
    eyes.drainTo(newBreaks);
    reads.drainTo(newReads);
    return smoother.step(now, newReads, newBreaks).stream().map(this::sightingOf).toList();
  }

  private TagSighting sightingOf(TagPass pass) {
    return new TagSighting(
        point.id(),
        new LocationId(point.location()),
        point.step(),
        new Epc(pass.epcHex()),
        pass.first(),
        pass.last(),
        pass.count(),
        pass.peakRssi(),
        directionOf(pass));
  }

  private Direction directionOf(TagPass pass) {
    if (point.eyes().isEmpty()) {
      return Direction.NONE;
    }
    return switch (pass.direction()) {
      case IN -> Direction.IN;
      case OUT -> Direction.OUT;
      case UNKNOWN -> Direction.UNKNOWN;
    };
  }
}
