package dev.aisle.device.plc.machine;

/** What a machine says to a command. What comes of it arrives as {@link MachineEvent}s. */
public sealed interface CommandAnswer {
  /** It will be done, or is so already. */
  record Accepted() implements CommandAnswer {}

  /**
   * It will not be done.
   *
   * @param sentence why, for a person
   */
  record Refused(Why why, String sentence) implements CommandAnswer {}

  /** Reasons for a refusal. */
  enum Why {
    /** The controller cannot be reached. */
    NOT_CONNECTED,
    /** A fault stands; acknowledge it first. */
    FAULT_STANDS,
    /** The cause of a fault is still there. */
    CAUSE_STANDS,
    /** This kind of machine does not know the command. */
    NOT_FOR_THIS_MACHINE,
    /** There is no such machine, pattern or press. */
    NO_SUCH_THING,
    /** Somebody was faster. */
    ALREADY_TAKEN
  }

  CommandAnswer ACCEPTED = new Accepted();

  static CommandAnswer refused(Why why, String sentence) {
    return new Refused(why, sentence);
  }
}
