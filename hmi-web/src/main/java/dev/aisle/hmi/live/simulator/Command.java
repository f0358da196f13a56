package dev.aisle.hmi.live.simulator;

/** The answer to a command to floor or simulator. */
public sealed interface Command {

  /** It will be done; what comes of it shows in the next views. */
  record Accepted() implements Command {}

  /** Nothing of that name here. */
  record Unknown(String what) implements Command {}

  /**
   * Not now.
   *
   * @param code a stable word the screens translate, such as {@code transport-already-picked-up}
   */
  record Refused(String code) implements Command {}

  Command ACCEPTED = new Accepted();
}
