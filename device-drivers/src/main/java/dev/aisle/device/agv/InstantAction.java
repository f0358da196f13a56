package dev.aisle.device.agv;

import java.util.Map;

/**
 * An action to carry out at once, outside the order: {@code cancelOrder}, {@code startPause},
 * {@code stopPause}, {@code stateRequest}, {@code factsheetRequest}, {@code startCharging}, {@code
 * stopCharging}.
 */
public record InstantAction(
    VehicleId vehicle, String actionId, String type, Map<String, String> parameters) {
  public InstantAction {
    parameters = Map.copyOf(parameters);
  }
}
