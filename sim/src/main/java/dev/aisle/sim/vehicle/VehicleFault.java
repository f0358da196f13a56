package dev.aisle.sim.vehicle;

import java.time.Duration;

/** Something that goes wrong with a vehicle on command. */
public sealed interface VehicleFault {

  /** True for what lasts until the vehicle recovers; the others happen at once. */
  default boolean lasts() {
    return switch (this) {
      case Stops stops -> true;
      case Slows slows -> true;
      case Slips slips -> true;
      case KeepsSilent silent -> true;
      case LosesLoad lost -> false;
      case Reboots reboots -> false;
      case IsCarried carried -> false;
      case RefusesOrders refuses -> false;
      case FailsActions fails -> false;
    };
  }

  /** Something is in its protective field: it brakes, waits, and says so. */
  record Stops() implements VehicleFault {}

  /**
   * Drives and handles loads at this share of its usual pace.
   *
   * @param pace above 0, at most 1
   */
  record Slows(double pace) implements VehicleFault {}

  /**
   * Comes less far than its wheels turn, and reports the speed of the wheels.
   *
   * @param share of the way that is lost, below 1
   */
  record Slips(double share) implements VehicleFault {}

  /** Goes on driving and listening, but says nothing; the broker sees nothing wrong. */
  record KeepsSilent() implements VehicleFault {}

  /** What it carries falls off and is taken away. */
  record LosesLoad() implements VehicleFault {}

  /**
   * Stands, deaf and mute, until its software is up again.
   *
   * @param remembers whether it still knows its order then
   */
  record Reboots(boolean remembers) implements VehicleFault {
    /** From power on until the software is up. */
    public static final Duration TAKES = Duration.ofSeconds(15);
  }

  /** People carry it to another node; it knows where it is and has no order any more. */
  record IsCarried(String node, double xM, double yM) implements VehicleFault {}

  /** Refuses the next new orders and updates. */
  record RefusesOrders(int times) implements VehicleFault {}

  /** The next actions of orders fail when they should be done. */
  record FailsActions(int times) implements VehicleFault {}
}
