package dev.aisle.agv.charging;

import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.device.agv.VehicleCapabilities.ChargingLimits;
import java.util.Optional;

/**
 * A vehicle that fell below the lower limit charges until the upper one; in between it charges when
 * it has nothing else to do.
 */
public final class ChargeRule {
  private ChargeRule() {}

  /**
   * The site's rule as far as the vehicle's battery bears it: it charges before the level that the
   * vehicle calls critical, and no further than it wants to (VDA 5050 3.0, 7.9).
   */
  public static ChargingPolicy within(ChargingPolicy site, Optional<ChargingLimits> vehicle) {
    double goAt =
        Math.max(
            site.goAtPercent(),
            vehicle.flatMap(ChargingLimits::criticalLow).filter(ChargeRule::isPercent).orElse(0.0));
    double leaveAt =
        Math.min(
            site.leaveAtPercent(),
            vehicle
                .flatMap(ChargingLimits::maxDesired)
                .filter(ChargeRule::isPercent)
                .orElse(100.0));
    return new ChargingPolicy(goAt, Math.max(goAt, leaveAt));
  }

  private static boolean isPercent(double level) {
    return level >= 0 && level <= 100;
  }

  /** Whether the vehicle must charge before it may work, given whether it had to until now. */
  public static boolean mustCharge(ChargingPolicy policy, double batteryPercent, boolean hadTo) {
    if (batteryPercent < policy.goAtPercent()) {
      return true;
    }
    return hadTo && batteryPercent < policy.leaveAtPercent();
  }
}
