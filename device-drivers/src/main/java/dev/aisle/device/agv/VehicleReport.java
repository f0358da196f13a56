package dev.aisle.device.agv;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a vehicle, or the broker on its behalf, said. {@code at} is the time of arrival here. */
public sealed interface VehicleReport {
  VehicleId vehicle();

  Instant at();

  /** Link to the vehicle as the broker sees it (VDA 5050 2.1, 6.14): retained and possibly old. */
  record Connection(VehicleId vehicle, Instant at, ConnectionState state)
      implements VehicleReport {}

  /**
   * Full state (VDA 5050 2.1, 6.10; 3.0, 7.6). Empty order id means that no order was ever
   * received.
   */
  record State(
      VehicleId vehicle,
      Instant at,
      long headerId,
      String orderId,
      int orderUpdateId,
      String lastNodeId,
      int lastNodeSequenceId,
      List<NodeState> nodeStates,
      List<EdgeState> edgeStates,
      Optional<Pose> pose,
      boolean driving,
      boolean paused,
      boolean newBaseRequest,
      OperatingMode mode,
      double batteryPercent,
      boolean charging,
      List<Load> loads,
      List<ActionState> actionStates,
      List<VehicleError> errors,
      boolean emergencyStop,
      StateDetails details)
      implements VehicleReport {

    /** A state without any of the optional details. */
    public State(
        VehicleId vehicle,
        Instant at,
        long headerId,
        String orderId,
        int orderUpdateId,
        String lastNodeId,
        int lastNodeSequenceId,
        List<NodeState> nodeStates,
        List<EdgeState> edgeStates,
        Optional<Pose> pose,
        boolean driving,
        boolean paused,
        boolean newBaseRequest,
        OperatingMode mode,
        double batteryPercent,
        boolean charging,
        List<Load> loads,
        List<ActionState> actionStates,
        List<VehicleError> errors,
        boolean emergencyStop) {
      this(
          vehicle,
          at,
          headerId,
          orderId,
          orderUpdateId,
          lastNodeId,
          lastNodeSequenceId,
          nodeStates,
          edgeStates,
          pose,
          driving,
          paused,
          newBaseRequest,
          mode,
          batteryPercent,
          charging,
          loads,
          actionStates,
          errors,
          emergencyStop,
          StateDetails.NONE);
    }

    public State {
      nodeStates = List.copyOf(nodeStates);
      edgeStates = List.copyOf(edgeStates);
      loads = List.copyOf(loads);
      actionStates = List.copyOf(actionStates);
      errors = List.copyOf(errors);
    }

    /**
     * Of the order and of instant actions together: since 3.0 these are told apart, before they
     * were not.
     */
    public List<ActionState> allActionStates() {
      return Stream.concat(actionStates.stream(), details.instantActionStates().stream()).toList();
    }

    public State with(StateDetails more) {
      return new State(
          vehicle,
          at,
          headerId,
          orderId,
          orderUpdateId,
          lastNodeId,
          lastNodeSequenceId,
          nodeStates,
          edgeStates,
          pose,
          driving,
          paused,
          newBaseRequest,
          mode,
          batteryPercent,
          charging,
          loads,
          actionStates,
          errors,
          emergencyStop,
          more);
    }
  }

  /** Position between states, for screens only (VDA 5050 2.1, visualization topic). */
  record Visualization(VehicleId vehicle, Instant at, Pose pose, List<WayPoint> way)
      implements VehicleReport {
    public Visualization {
      way = List.copyOf(way);
    }

    /** Without the way ahead. */
    public Visualization(VehicleId vehicle, Instant at, Pose pose) {
      this(vehicle, at, pose, List.of());
    }
  }

  /**
   * What the vehicle is and can do, as far as it says so.
   *
   * @param facts every field by its path, as the vehicle wrote it
   * @param capabilities the same, understood
   */
  record Factsheet(
      VehicleId vehicle, Instant at, Map<String, String> facts, VehicleCapabilities capabilities)
      implements VehicleReport {
    public Factsheet {
      facts = Map.copyOf(facts);
    }
  }

  /**
   * ONLINE, OFFLINE (said goodbye), BROKEN (last will) or HIBERNATING (asleep and will wake when
   * told; since VDA 5050 3.0).
   */
  enum ConnectionState {
    ONLINE,
    OFFLINE,
    BROKEN,
    HIBERNATING
  }

  /** Who is in command of the vehicle; STARTUP and INTERVENED since VDA 5050 3.0. */
  enum OperatingMode {
    AUTOMATIC,
    SEMIAUTOMATIC,
    MANUAL,
    SERVICE,
    TEACHIN,
    STARTUP,
    INTERVENED;

    /** True when orders are taken (VDA 5050 3.0, 6.7). */
    public boolean takesOrders() {
      return this == AUTOMATIC || this == SEMIAUTOMATIC || this == INTERVENED;
    }

    /** True when the controller may tell the vehicle anything it likes. */
    public boolean commanded() {
      return this == AUTOMATIC || this == SEMIAUTOMATIC;
    }
  }

  /** Metres and radians on a map; {@code localized} false means: do not trust it. */
  record Pose(double xM, double yM, double thetaRad, String mapId, boolean localized) {}

  /** A node of the order still ahead. */
  record NodeState(String nodeId, int sequenceId, boolean released) {}

  /** An edge of the order still ahead or under the wheels. */
  record EdgeState(String edgeId, int sequenceId, boolean released) {}

  /**
   * Something on the vehicle; {@code loadId} is the handling unit's SSCC where the vehicle knows
   * it.
   */
  record Load(String loadId, String loadType) {}

  /** Progress of one action. */
  record ActionState(String actionId, String type, ActionStatus status, String description) {}

  /**
   * Life of an action (VDA 5050 2.1, 6.10.6). RETRIABLE: it failed and the vehicle asks whether to
   * try again or to give up (3.0).
   */
  enum ActionStatus {
    WAITING,
    INITIALIZING,
    RUNNING,
    PAUSED,
    RETRIABLE,
    FINISHED,
    FAILED;

    /** Nothing of the action is done any more. */
    public boolean isOver() {
      return this == FINISHED || this == FAILED;
    }
  }

  /** A point of the way that the vehicle means to drive, with the time it expects to be there. */
  record WayPoint(double xM, double yM, Optional<Instant> expected) {}

  /** An error as reported; {@code references} name the order or action it belongs to. */
  record VehicleError(
      String type, Level level, String description, Map<String, String> references) {
    public VehicleError {
      references = Map.copyOf(references);
    }

    /**
     * WARNING: goes on; URGENT: goes on, but look soon; CRITICAL: stands still and takes a new
     * order; FATAL: a person must help. 2.x vehicles know the first and the last only.
     */
    public enum Level {
      WARNING,
      URGENT,
      CRITICAL,
      FATAL
    }
  }
}
