package dev.aisle.hmi.live;

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
    TAG_DEAD
  }

  record ActiveFault(FaultKind kind, String target, Instant until) {}
}
