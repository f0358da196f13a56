package dev.aisle.hmi.demo;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.WorldView;
import dev.aisle.sim.world.TaggedUnit;
import dev.aisle.sim.world.UnitState;
import dev.aisle.wms.outbound.Label;
import dev.aisle.wms.outbound.Outbound;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What hands do beside the screens: a parcel that was packed stands at its pack-out place with the
 * label on it that the printer gave, and an emptied pallet is carried away.
 */
@Component
class DemoHands implements DemoStory.Part {
  /** So long a person waits for the printer before the label is written by hand. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Site site;
  private final Units units;
  private final Outbound outbound;
  private final StationTools tools;
  private final Clock clock;

  DemoHands(Site site, Units units, Outbound outbound, StationTools tools, Clock clock) {
    this.site = site;
    this.units = units;
    this.outbound = outbound;
    this.tools = tools;
    this.clock = clock;
  }

  @Override
  public void beat(Simulator world) {
    WorldView view = world.view();
    for (Site.Node pack : site.nodes(Site.NodeUse.PACK)) {
      for (HandlingUnit unit : units.at(new LocationId(pack.id()))) {
        if (unit.type() == UnitType.PARCEL && view.unit(unit.sscc().digits()).isEmpty()) {
          setDown(unit, pack.id(), world);
        }
      }
    }
    for (UnitState standing : view.units()) {
      if (standing.place() == UnitState.Place.NODE
          && isPick(standing.at())
          && isEmptied(standing)) {
        world.unitRemoved(standing.sscc());
      }
    }
  }

  private void setDown(HandlingUnit unit, String node, Simulator world) {
    Optional<Label> label = outbound.label(unit.sscc());
    if (label.isPresent()
        && unit.tag().isPresent()
        && (isLabelled(node, unit.sscc())
            || label.get().madeAt().plus(PATIENCE).isBefore(clock.instant()))) {
      world.unitPacked(new TaggedUnit(unit.sscc().digits(), unit.tag().get().hex()), node);
    }
  }

  private boolean isLabelled(String node, Sscc unit) {
    return site.stations().stream()
        .filter(station -> station.packsTo().filter(node::equals).isPresent())
        .allMatch(station -> tools.isLabelled(station.id(), unit));
  }

  private boolean isPick(String node) {
    return site.node(node).map(n -> n.use() == Site.NodeUse.PICK).orElse(false);
  }

  private boolean isEmptied(UnitState standing) {
    return units
        .find(new Sscc(standing.sscc()))
        .map(unit -> unit.state() == dev.aisle.wms.unit.UnitState.VOID)
        .orElse(false);
  }
}
