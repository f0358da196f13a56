package dev.aisle.device.plc.machine;

/** How a machine stands; each kind has its own states. */
public sealed interface MachineState {
  String name();

  /** A conveyor. */
  enum Conveyor implements MachineState {
    /** The controller cannot be reached. */
    UNKNOWN,
    STOPPED,
    RUNNING,
    /** Stopped because goods stood before the eye for too long. */
    JAMMED,
    /** Stopped because its drive reports a fault. */
    FAULT
  }

  /** A door. */
  enum Door implements MachineState {
    /** The controller cannot be reached. */
    UNKNOWN,
    OPEN,
    OPENING,
    CLOSED,
    CLOSING,
    /** Neither open nor closed, and not told to move. */
    BETWEEN,
    /** Its two switches contradict each other, or it did not get where it was sent. */
    FAULT
  }

  /** A lift. */
  enum Lift implements MachineState {
    /** The controller cannot be reached. */
    UNKNOWN,
    /** Not at any level. */
    MOVING,
    /** At a level, its door not open. */
    CLOSED,
    /** At a level with its door open, but not because it was called there. */
    OPEN,
    /** Called to a level, there, and its door is open. */
    READY,
    /** It reports a fault, or is at two levels at once. */
    FAULT
  }

  /** A light stack, a button or a photo-eye. */
  enum Signal implements MachineState {
    /** The controller cannot be reached. */
    UNKNOWN,
    /** Not pressed, not blocked, all lamps off. */
    OFF,
    /** Pressed, blocked, or showing something. */
    ON
  }
}
