package dev.aisle.device.plc.machine;

import dev.aisle.device.link.Ne107;

/** What can be wrong with a machine, and what the person in front of it does next. */
public enum FaultKind {
  /** Goods stood before the eye for too long while the conveyor ran. */
  JAM(
      Ne107.FAILURE,
      "Goods stand before the photo-eye and do not move on",
      "Clear the goods from the eye, then acknowledge and start the conveyor again"),
  /** The drive reports a fault. */
  DRIVE_FAULT(
      Ne107.FAILURE,
      "The drive reports a fault",
      "Reset the motor protection in the cabinet; when the fault is gone, acknowledge"),
  /** The controller did not take the command. */
  OUTPUT_REFUSED(
      Ne107.FAILURE,
      "The controller did not take the command",
      "Check that the output is released for the program, then acknowledge and try again"),
  /** Nobody knows whether the command was carried out. */
  OUTPUT_UNKNOWN(
      Ne107.FAILURE,
      "It is not known whether the command was carried out",
      "Look at the machine itself, then acknowledge; the command is not repeated"),
  /** An output changed although the program did not switch it. */
  OUTPUT_CHANGED(
      Ne107.CHECK,
      "The output was switched by somebody else",
      "Find out who switches the machine by hand; acknowledge to go on from where it is"),
  /** Open and closed at once. */
  DOOR_BOTH(
      Ne107.FAILURE,
      "The door says it is open and closed at once",
      "Check the two limit switches and their wires; the fault ends when they agree"),
  /** Neither open nor closed for too long. */
  DOOR_NEITHER(
      Ne107.FAILURE,
      "The door is neither open nor closed",
      "Look for something in the door's way, move it by hand to one end, check the limit switches"),
  /** Told to move and still where it was. */
  DOOR_NOT_MOVED(
      Ne107.FAILURE,
      "The door did not move",
      "Check the door's supply and emergency stop, then acknowledge and send it again"),
  /** The lift's own control reports a fault. */
  LIFT_FAULT(
      Ne107.FAILURE,
      "The lift reports a fault",
      "Look at the lift's own control; whoever is in the cab stays there until it works again"),
  /** At several levels at once. */
  LIFT_LEVELS(
      Ne107.FAILURE,
      "The lift says it is at several levels at once",
      "Check the level switches and their wires; the fault ends when they agree"),
  /** The eye has been blocked for too long. */
  EYE_BLOCKED(
      Ne107.CHECK,
      "The photo-eye has been blocked for a long time",
      "Remove what stands before the eye, clean and align it"),
  /** The eye switches faster than goods can pass. */
  EYE_CHATTERS(
      Ne107.CHECK,
      "The photo-eye switches faster than goods can pass",
      "Clean and align the eye and its reflector, check for loose wires"),
  /** The button has been held for too long. */
  BUTTON_STUCK(
      Ne107.CHECK,
      "The button has been pressed for a long time",
      "Free the button; if nobody presses it, check its wire");

  private final Ne107 signal;
  private final String what;
  private final String todo;

  FaultKind(Ne107 signal, String what, String todo) {
    this.signal = signal;
    this.what = what;
    this.todo = todo;
  }

  public Ne107 signal() {
    return signal;
  }

  /** One sentence for the screen. */
  public String what() {
    return what;
  }

  /** What to do next. */
  public String todo() {
    return todo;
  }
}
