package dev.aisle.hmi.bridge.readpoint;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.work.Rounds;
import dev.aisle.wms.inbound.Advice;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.shipment.Loads;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the read points of the docks what papers announce there: the tags of the delivery that
 * stands at a dock, and those of the load that leaves through it. Looks again and again at what is
 * stored, so a restart needs no care; what is closed is withdrawn within a second.
 */
public final class ExpectedGoods implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Site site;
  private final ReadPointWatch points;
  private final Inbound inbound;
  private final Loads loads;
  private final Units units;
  private final Rounds rounds = new Rounds("expected", PAUSE, this::look);

  public ExpectedGoods(
      Site site, ReadPointWatch points, Inbound inbound, Loads loads, Units units) {
    this.site = site;
    this.points = points;
    this.inbound = inbound;
    this.loads = loads;
    this.units = units;
  }

  public void start() {
    rounds.start();
  }

  private void look() {
    for (Site.ReadPoint point : site.readPoints()) {
      rounds.attempt(point.id(), () -> look(point));
    }
  }

  private void look(Site.ReadPoint point) {
    LocationId place = new LocationId(point.location());
    switch (point.step()) {
      case "receiving" -> points.expect(point.id(), tags(announced(place)));
      case "shipping" -> points.expect(point.id(), tags(leaving(place)));
      default -> {}
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
    rounds.close();
  }
}
