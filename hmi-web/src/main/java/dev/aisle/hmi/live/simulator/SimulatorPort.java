package dev.aisle.hmi.live.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The simulated hardware, where there is any. On a site of real devices {@link #simulated()} is
 * false, the speed is 1 and every command is refused.
 */
public interface SimulatorPort {

  boolean simulated();

  /** How many times faster than the wall clock the world runs; 1 on a real site. */
  double speed();

  /** Faults that are at work now. */
  List<ActiveFault> faults();

  /** Starts a fault that ends by itself after {@code lasts} (wall-clock time). */
  Command inject(FaultKind kind, String target, Duration lasts, String by);

  Command setSpeed(double factor, String by);

  /** What can be broken on purpose. */
  enum FaultKind {
    /** A reader's cable is pulled; target is the device name. */
    @JsonProperty("readerCable")
    READER_CABLE,
    /** A vehicle stops reporting and moving; target is the vehicle id. */
    @JsonProperty("vehicleVanish")
    VEHICLE_VANISH,
    /** The broker goes away and comes back; the target is ignored. */
    @JsonProperty("brokerRestart")
    BROKER_RESTART,
    /** The controllers answer nothing; the target is ignored. */
    @JsonProperty("plcSilent")
    PLC_SILENT,
    /** The tag of the next unit carried through a dock is dead, for good; target is the dock. */
    @JsonProperty("tagDead")
    TAG_DEAD,
    /** Something is in the protective field of a vehicle. */
    @JsonProperty("vehicleStop")
    VEHICLE_STOP,
    /** A vehicle goes at half its pace. */
    @JsonProperty("vehicleSlow")
    VEHICLE_SLOW,
    /** A vehicle's wheels slip. */
    @JsonProperty("vehicleSlip")
    VEHICLE_SLIP,
    /** A vehicle goes on but says nothing, and the broker sees nothing wrong. */
    @JsonProperty("vehicleSilent")
    VEHICLE_SILENT,
    /** What a vehicle carries falls off and is taken away, for good. */
    @JsonProperty("vehicleLosesLoad")
    VEHICLE_LOSES_LOAD,
    /** A vehicle's software starts again and knows its order. */
    @JsonProperty("vehicleReboot")
    VEHICLE_REBOOT,
    /** A vehicle's software starts again and knows nothing. */
    @JsonProperty("vehicleForget")
    VEHICLE_FORGET,
    /** People carry a vehicle home. */
    @JsonProperty("vehicleCarried")
    VEHICLE_CARRIED,
    /** A vehicle refuses the next three orders and updates. */
    @JsonProperty("vehicleRefuses")
    VEHICLE_REFUSES,
    /** The next action of a vehicle's order fails. */
    @JsonProperty("vehicleActionFails")
    VEHICLE_ACTION_FAILS,
    /**
     * A fifth of a vehicle's messages each is lost, comes twice, or comes late and out of order.
     */
    @JsonProperty("vehicleMessages")
    VEHICLE_MESSAGES
  }

  record ActiveFault(FaultKind kind, String target, Instant until) {}
}
