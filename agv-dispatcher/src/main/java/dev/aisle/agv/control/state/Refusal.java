package dev.aisle.agv.control.state;

import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A vehicle's no to one order. An error counts only for the order and the update that it refers to:
 * errors stay in the state until the next order is taken, and most have nothing to do with the last
 * one (VDA 5050 2.1, 6.6.4; 3.0, 6.1).
 */
public record Refusal(String type, String why) {
  /** The same order will never be taken, whatever changes on the floor. */
  private static final Set<String> FOR_GOOD =
      Set.of(
          "validationError",
          "orderError",
          "VALIDATION_FAILURE",
          "INVALID_ORDER_ACTION",
          "UNSUPPORTED_PARAMETER",
          "UNKNOWN_MAP_ID");

  /** The no to that very order in that very update, if the state holds one. */
  public static Optional<Refusal> of(VehicleOrder order, State state) {
    return state.errors().stream()
        .filter(error -> isAbout(order, error.references()))
        .map(Refusal::of)
        .findFirst();
  }

  private static Refusal of(VehicleError error) {
    return new Refusal(
        error.type(), error.description().isBlank() ? error.type() : error.description());
  }

  /** Some name no update; then it can only be the first, for no second follows a refused one. */
  private static boolean isAbout(VehicleOrder order, Map<String, String> references) {
    String update = Integer.toString(order.orderUpdateId());
    return order.orderId().equals(references.get("orderId"))
        && !references.containsKey("actionId")
        && references.getOrDefault("orderUpdateId", "0").equals(update);
  }

  public boolean isForGood() {
    return FOR_GOOD.contains(type);
  }

  public Trouble trouble() {
    return Trouble.of(Kind.REFUSES_ORDER, why.equals(type) ? type : type + ", " + why);
  }
}
