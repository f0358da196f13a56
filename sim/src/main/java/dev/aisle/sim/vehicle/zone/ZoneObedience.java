package dev.aisle.sim.vehicle.zone;

import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.StateDetails.ZoneSetState;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.ZoneSet.Loss;
import dev.aisle.device.agv.ZoneSet.Rule;
import dev.aisle.sim.vehicle.Body;
import dev.aisle.sim.vehicle.VehicleSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a vehicle of version 3.0 obeys its zones (VDA 5050 3.0, 6.4): it asks before it comes to one
 * that has to be released, stops at the last node before one that it may not enter, and stands, or
 * drives on, when it loses its leave inside, as the zone says. Not thread-safe.
 */
public final class ZoneObedience {
  /** Kinds that it obeys. It drives on the lanes of its order, so guides and costs are kept. */
  public static final Set<String> KINDS =
      Set.of(
          "BLOCKED",
          "LINE_GUIDED",
          "RELEASE",
          "COORDINATED_REPLANNING",
          "SPEED_LIMIT",
          "PRIORITY",
          "PENALTY",
          "DIRECTED",
          "BIDIRECTED");

  public static final List<String> ACTIONS = List.of("enableZoneSet", "deleteZoneSet");

  /** It asks so long before it comes there, in metres. */
  private static final double ASKS_AHEAD_M = 12;

  private final ZoneSense sense;
  private final KnownZones known = new KnownZones();
  private final ZoneRequests requests = new ZoneRequests("zone");

  public ZoneObedience(VehicleSpec spec) {
    sense = new ZoneSense(spec);
  }

  /** False if it has that set already. */
  public boolean learn(ZoneSet set) {
    return known.learn(set);
  }

  /** Carries out one of {@link #ACTIONS}; false if it cannot. */
  public boolean act(InstantAction action) {
    String id = action.parameters().getOrDefault("zoneSetId", "");
    return action.type().equals("enableZoneSet") ? known.enable(id) : known.delete(id);
  }

  /**
   * Takes in answers.
   *
   * @return the zones of which leave was lost
   */
  public Set<String> hear(List<AccessResponse> responses, Instant now) {
    return requests.hear(responses, now);
  }

  /** It starts with an empty memory of what it asked for. */
  public void forget() {
    requests.forget();
  }

  /**
   * Time passes.
   *
   * @param way all nodes of its order that are ahead
   * @param blocked something stands in its way, which it would like to drive around
   * @return true if there is something to report
   */
  public boolean step(Body body, List<Node> way, boolean blocked, double dtS) {
    Map<String, RequestKind> needed = new LinkedHashMap<>();
    for (Zone zone : known.zones()) {
      boolean asksToEnter = zone.rule() instanceof Rule.Release;
      boolean asksToPlan = zone.rule() instanceof Rule.CoordinatedReplanning && blocked;
      if (asksToEnter && (sense.isIn(zone, body) || comesInto(zone, body, way))) {
        needed.put(zone.id(), RequestKind.ACCESS);
      } else if (asksToPlan && sense.isIn(zone, body)) {
        needed.put(zone.id(), RequestKind.REPLANNING);
      }
    }
    return requests.step(needed, dtS);
  }

  private boolean comesInto(Zone zone, Body body, List<Node> way) {
    Point at = at(body);
    double aheadM = 0;
    for (Node node : way) {
      Point to = new Point(node.xM(), node.yM());
      if (sense.leadsInto(zone, at, to)) {
        return true;
      }
      aheadM += at.distanceM(to);
      at = to;
      if (aheadM > ASKS_AHEAD_M) {
        return false;
      }
    }
    return false;
  }

  private static Point at(Body body) {
    return new Point(body.xM(), body.yM());
  }

  /** Whether it may drive from one point to another now. */
  public boolean mayDrive(Body body, double fromXM, double fromYM, double toXM, double toYM) {
    Point from = new Point(fromXM, fromYM);
    Point to = new Point(toXM, toYM);
    for (Zone zone : known.zones()) {
      if (isShut(zone) && sense.leadsInto(zone, from, to) && !leavesAllTheSame(zone, body)) {
        return false;
      }
    }
    return true;
  }

  private boolean isShut(Zone zone) {
    return zone.rule() instanceof Rule.Blocked
        || (zone.rule() instanceof Rule.Release && !requests.isGranted(zone.id()));
  }

  /** It is inside and shall not stop there. */
  private boolean leavesAllTheSame(Zone zone, Body body) {
    return zone.rule() instanceof Rule.Release release
        && release.lost() != Loss.STOP
        && sense.isIn(zone, body);
  }

  /** Metres per second that are allowed from one point to another. */
  public double mostMps(double fromXM, double fromYM, double toXM, double toYM) {
    double most = Double.POSITIVE_INFINITY;
    for (Zone zone : known.zones()) {
      if (zone.rule() instanceof Rule.SpeedLimit limit
          && sense.leadsInto(zone, new Point(fromXM, fromYM), new Point(toXM, toYM))) {
        most = Math.min(most, limit.maxMps());
      }
    }
    return most;
  }

  public List<ZoneSetState> sets() {
    return known.told();
  }

  public List<AccessRequest> requests() {
    return requests.told(known.zoneSetId());
  }
}
