package dev.aisle.agv.charging;

import dev.aisle.agv.fleet.ChargingPolicy;

/**
 * A vehicle that fell below the lower limit charges until the upper one; in between it charges when
 * it has nothing else to do.
 */
public final class ChargeRule {
  private ChargeRule() {}

  /** Whether the vehicle must charge before it may work, given whether it had to until now. */
  public static boolean mustCharge(ChargingPolicy policy, double batteryPercent, boolean hadTo) {
    if (batteryPercent < policy.goAtPercent()) {
      return true;
    }
    return hadTo && batteryPercent < policy.leaveAtPercent();
  }
}
