package dev.aisle.agv.transport;

/**
 * What a person found out about a load whose transport is closed by hand.
 *
 * @param node where the load stands; without meaning while it is on the vehicle
 */
public record Closing(Kind kind, String node) {

  /** How it is with the load. */
  public enum Kind {
    /** It stands where it was wanted, or somewhere as good: the transport counts as delivered. */
    DELIVERED,
    /** It stands there, and the transport is not done. */
    STANDS_AT,
    /** It is on the vehicle, from which a person will take it. */
    ON_VEHICLE
  }

  public static Closing delivered(String node) {
    return new Closing(Kind.DELIVERED, node);
  }

  public static Closing standsAt(String node) {
    return new Closing(Kind.STANDS_AT, node);
  }

  public static Closing onVehicle() {
    return new Closing(Kind.ON_VEHICLE, "");
  }
}
