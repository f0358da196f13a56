package dev.aisle.device.agv;

import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.WayPoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The optional part of a vehicle's state (VDA 5050 2.1, 6.10; 3.0, 7.6). What a vehicle does not
 * tell is empty.
 *
 * @param sinceLastNodeM way driven since the last node, in metres
 * @param rangeM way the battery still lasts for, in metres
 * @param fieldViolation true while something stands in the protective field
 * @param way where the vehicle means to drive next
 */
public record StateDetails(
    Optional<Velocity> velocity,
    Optional<Double> sinceLastNodeM,
    Optional<Double> rangeM,
    boolean fieldViolation,
    List<ActionState> instantActionStates,
    List<ActionState> zoneActionStates,
    List<MapState> maps,
    List<ZoneSetState> zoneSets,
    List<AccessRequest> requests,
    List<WayPoint> way,
    List<Information> information) {

  public static final StateDetails NONE =
      new StateDetails(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public StateDetails {
    instantActionStates = List.copyOf(instantActionStates);
    zoneActionStates = List.copyOf(zoneActionStates);
    maps = List.copyOf(maps);
    zoneSets = List.copyOf(zoneSets);
    requests = List.copyOf(requests);
    way = List.copyOf(way);
    information = List.copyOf(information);
  }

  /** In metres and radians per second, in the frame of the vehicle. */
  public record Velocity(double vxMps, double vyMps, double omegaRadps) {}

  /** A map on the vehicle. */
  public record MapState(String mapId, String version, boolean enabled) {}

  /** A zone set on the vehicle. */
  public record ZoneSetState(String zoneSetId, String mapId, boolean enabled) {}

  /**
   * The vehicle asks to enter a zone, to plan anew in one, or to use a corridor (VDA 5050 3.0,
   * 6.4).
   *
   * @param place the zone, or the edge of the corridor
   * @param within the zone set, or the sequence number of the edge as text
   */
  public record AccessRequest(
      String requestId, RequestKind kind, String place, String within, RequestStatus status) {}

  /** What is asked for. */
  public enum RequestKind {
    ACCESS,
    REPLANNING,
    CORRIDOR
  }

  /** Where a request stands, as the vehicle sees it. */
  public enum RequestStatus {
    REQUESTED,
    GRANTED,
    REVOKED,
    EXPIRED
  }

  /** For people and records only; nothing may be decided by it. */
  public record Information(String type, String text, boolean debug) {}

  /** An answer to one {@link AccessRequest}. */
  public record AccessResponse(String requestId, Grant grant, Optional<Instant> leaseEnds) {}

  /** What the controller answers. */
  public enum Grant {
    GRANTED,
    QUEUED,
    REVOKED,
    REJECTED
  }
}
