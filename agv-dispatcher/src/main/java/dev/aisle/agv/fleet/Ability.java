package dev.aisle.agv.fleet;

import dev.aisle.device.agv.VehicleCapabilities;
import java.util.List;

/** What the dispatcher would like a vehicle to be able to do, and what it needs for it. */
public enum Ability {
  /** Without it a vehicle gets no transports. */
  CARRY,
  /** Without it a vehicle is parked at a charger, but not told to charge. */
  CHARGE,
  /**
   * Without it a pause only keeps it from getting further orders: it drives its base to the end.
   */
  PAUSE,
  /** Without it an order that nobody knows any more must be ended at the vehicle. */
  CANCEL,
  /** Without it a silent vehicle cannot be asked where it is. */
  REPORT;

  private List<String> actions() {
    return switch (this) {
      case CARRY -> List.of("pick", "drop");
      case CHARGE -> List.of("startCharging", "stopCharging");
      case PAUSE -> List.of("startPause", "stopPause");
      case CANCEL -> List.of("cancelOrder");
      case REPORT -> List.of("stateRequest");
    };
  }

  private boolean isAtNode() {
    return this == CARRY || this == CHARGE;
  }

  /** True when the vehicle can, or has never said what it can do. */
  public boolean isIn(VehicleCapabilities can) {
    for (String action : actions()) {
      if (!can(can, action)) {
        return false;
      }
    }
    return true;
  }

  /** The types of action that the vehicle would have to know. */
  public List<String> missing(VehicleCapabilities can) {
    return actions().stream().filter(action -> !can(can, action)).toList();
  }

  private boolean can(VehicleCapabilities can, String action) {
    return isAtNode() ? can.canAtNode(action) : can.canAtOnce(action);
  }
}
