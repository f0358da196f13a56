package dev.aisle.hmi.bridge;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Loads;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the read points of the docks what papers announce there: the tags of the delivery that
 * stands at a dock, and those of the load that leaves through it. Looks again and again at what is
 * stored, so a restart needs no care; what is closed is withdrawn within a second.
 */
final class ExpectedGoods implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExpectedGoods.class);
  private static final long LOOK_EVERY_MS = 1_000;

  private final Site site;
  private final ReadPointWatch points;
  private final Inbound inbound;
  private final Loads loads;
  private final Units units;
  private final Thread thread;
  private volatile boolean open = true;

  ExpectedGoods(Site site, ReadPointWatch points, Inbound inbound, Loads loads, Units units) {
    this.site = site;
    this.points = points;
    this.inbound = inbound;
    this.loads = loads;
    this.units = units;
    this.thread = new Thread(this::keep, "bridge-expected");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void keep() {
    try {
      while (open) {
        look();
        Thread.sleep(LOOK_EVERY_MS);
      }
    } catch (InterruptedException e) {
      LOG.debug("nothing is expected any more");
    }
  }

  void look() {
    for (Site.ReadPoint point : site.readPoints()) {
      try {
        LocationId place = new LocationId(point.location());
        switch (point.step()) {
          case "receiving" -> points.expect(point.id(), tags(announced(place)));
          case "shipping" -> points.expect(point.id(), tags(leaving(place)));
          default -> {}
        }
      } catch (RuntimeException e) {
        LOG.warn("What {} expects is not known: {}", point.id(), e.getMessage());
      }
    }
  }

  private List<Sscc> announced(LocationId dock) {
    return inbound.at(dock).flatMap(inbound::find).stream()
        .flatMap(advice -> advice.pallets().stream())
        .map(Advice.Pallet::sscc)
        .toList();
  }

  private List<Sscc> leaving(LocationId dock) {
    return loads.openAt(dock).stream()
        .flatMap(load -> load.parcels().stream())
        .map(dev.aisle.wms.shipment.Load.Parcel::sscc)
        .toList();
  }

  /** Empty when there is nothing with a tag; then anything may come. */
  private Optional<Set<String>> tags(List<Sscc> announced) {
    Set<String> tags = new HashSet<>();
    for (Sscc sscc : announced) {
      units.find(sscc).flatMap(HandlingUnit::tag).map(Epc::hex).ifPresent(tags::add);
    }
    return Optional.of(tags).filter(set -> !set.isEmpty());
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
