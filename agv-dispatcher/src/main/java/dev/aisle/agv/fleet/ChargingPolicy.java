package dev.aisle.agv.fleet;

/** Below the first percentage a vehicle must charge; it works again from the second on. */
public record ChargingPolicy(double goAtPercent, double leaveAtPercent) {
  public ChargingPolicy {
    if (!(goAtPercent >= 0 && goAtPercent <= leaveAtPercent && leaveAtPercent <= 100)) {
      throw new IllegalArgumentException(
          "charging wants 0 <= go_at %s <= leave_at %s <= 100"
              .formatted(goAtPercent, leaveAtPercent));
    }
  }
}
