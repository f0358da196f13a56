package dev.aisle.hmi.bridge;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.floor.FloorPort;
import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.LocationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The floor of the site file, as screens draw it and as the WMS core knows its locations. */
@Component
final class SiteFloor implements FloorPort {
  /** Room around the outermost nodes on the screen. */
  private static final double MARGIN_M = 2;

  private final FloorView view;

  SiteFloor(Site site, Locations locations) {
    this.view = viewOf(site);
    locations.declare(locationsOf(site));
  }

  @Override
  public FloorView floor() {
    return view;
  }

  /** Every node where something may stand, and every vehicle, under the id painted on it. */
  static List<Location> locationsOf(Site site) {
    List<Location> locations = new ArrayList<>();
    int sequence = 0;
    for (Site.Node node : site.floor().nodes()) {
      sequence++;
      if (node.use() == Site.NodeUse.LANE || node.use() == Site.NodeUse.PARKING) {
        continue;
      }
      locations.add(
          new Location(
              new LocationId(node.id()),
              typeOf(node.use()),
              node.zone(),
              node.holds(),
              sequence,
              node.xM(),
              node.yM()));
    }
    for (Site.Vehicle vehicle : site.vehicles()) {
      sequence++;
      locations.add(
          new Location(
              new LocationId(vehicle.id()), LocationType.VEHICLE, "vehicles", 1, sequence, 0, 0));
    }
    return locations;
  }

  private static LocationType typeOf(Site.NodeUse use) {
    return switch (use) {
      case DOCK -> LocationType.DOCK;
      case SHIP_DOCK -> LocationType.SHIP_DOCK;
      case SLOT -> LocationType.SLOT;
      case PICK -> LocationType.PICK;
      case PACK -> LocationType.PACK;
      case CHARGER -> LocationType.CHARGER;
      case LANE, PARKING -> throw new IllegalArgumentException(use + " is not a location");
    };
  }

  private static FloorView viewOf(Site site) {
    List<FloorNode> nodes = site.floor().nodes().stream().map(n -> nodeOf(site, n)).toList();
    List<FloorStation> stations =
        site.stations().stream()
            .map(s -> new FloorStation(s.id(), s.positions(), s.does()))
            .toList();
    List<FloorReadPoint> readPoints =
        site.readPoints().stream()
            .map(p -> new FloorReadPoint(p.id(), p.location(), readerOf(site, p.id())))
            .toList();
    return new FloorView(
        site.id(), nodes, lanesOf(site), stations, readPoints, boundsOf(site.floor().nodes()));
  }

  private static FloorNode nodeOf(Site site, Site.Node node) {
    boolean lift = site.floor().lifts().stream().anyMatch(one -> one.stops().contains(node.id()));
    return new FloorNode(
        node.id(),
        node.xM(),
        node.yM(),
        lift ? "lift" : node.use().word(),
        node.zone(),
        node.map().isEmpty() ? null : node.map());
  }

  private static String readerOf(Site site, String readPoint) {
    return site.feeds(readPoint).stream().findFirst().map(Site.Feed::device).orElse("");
  }

  /** Two opposite lanes are drawn as one that is driven both ways. */
  private static List<FloorLane> lanesOf(Site site) {
    Set<String> directed = new HashSet<>();
    site.floor().lanes().forEach(lane -> directed.add(lane.from() + " " + lane.to()));
    Set<String> drawn = new HashSet<>();
    List<FloorLane> lanes = new ArrayList<>();
    for (Site.Lane lane : site.floor().lanes()) {
      if (drawn.contains(lane.to() + " " + lane.from())) {
        continue;
      }
      drawn.add(lane.from() + " " + lane.to());
      boolean twoWay = directed.contains(lane.to() + " " + lane.from());
      lanes.add(new FloorLane(lane.from(), lane.to(), twoWay));
    }
    return lanes;
  }

  private static Bounds boundsOf(List<Site.Node> nodes) {
    return new Bounds(
        nodes.stream().mapToDouble(Site.Node::xM).min().orElse(0) - MARGIN_M,
        nodes.stream().mapToDouble(Site.Node::yM).min().orElse(0) - MARGIN_M,
        nodes.stream().mapToDouble(Site.Node::xM).max().orElse(0) + MARGIN_M,
        nodes.stream().mapToDouble(Site.Node::yM).max().orElse(0) + MARGIN_M);
  }
}
