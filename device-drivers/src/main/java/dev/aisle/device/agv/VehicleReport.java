package dev.aisle.device.agv;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a vehicle, or the broker on its behalf, said. {@code at} is the time of arrival here. */
public sealed interface VehicleReport {
  VehicleId vehicle();

  Instant at();

  /** Link to the vehicle as the broker sees it (VDA 5050 2.1, 6.14): retained and possibly old. */
  record Connection(VehicleId vehicle, Instant at, ConnectionState state)
      implements VehicleReport {}

  /** Full state (VDA 5050 2.1, 6.10). Empty order id means that no order was ever received. */
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
      boolean emergencyStop)
      implements VehicleReport {
    public State {
      nodeStates = List.copyOf(nodeStates);
      edgeStates = List.copyOf(edgeStates);
      loads = List.copyOf(loads);
      actionStates = List.copyOf(actionStates);
      errors = List.copyOf(errors);
    }
  }

  /** Position between states, for screens only (VDA 5050 2.1, visualization topic). */
  record Visualization(VehicleId vehicle, Instant at, Pose pose) implements VehicleReport {}

  /** What the vehicle is and can do, as far as it says so. */
  record Factsheet(VehicleId vehicle, Instant at, Map<String, String> facts)
      implements VehicleReport {
    public Factsheet {
      facts = Map.copyOf(facts);
    }
  }

  /** ONLINE, OFFLINE (said goodbye) or BROKEN (last will). */
  enum ConnectionState {
    ONLINE,
    OFFLINE,
    BROKEN
  }

  /** Who is in command of the vehicle. */
  enum OperatingMode {
    AUTOMATIC,
    SEMIAUTOMATIC,
    MANUAL,
    SERVICE,
    TEACHIN
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

  /** Life of an action (VDA 5050 2.1, 6.10.6). */
  enum ActionStatus {
    WAITING,
    INITIALIZING,
    RUNNING,
    PAUSED,
    FINISHED,
    FAILED
  }

  /** An error as reported; {@code references} name the order or action it belongs to. */
  record VehicleError(
      String type, Level level, String description, Map<String, String> references) {
    public VehicleError {
      references = Map.copyOf(references);
    }

    /** WARNING: goes on; FATAL: a person must help. */
    public enum Level {
      WARNING,
      FATAL
    }
  }
}
