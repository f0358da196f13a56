package dev.aisle.device.rfid.a0;

/** Which lengths the data of a command and of its answers can have. */
final class A0Shapes {
  private static final int TAG_OVERHEAD = 4; // frequency and antenna, PC, RSSI
  private static final int PHASE = 2;
  private static final int MOST_EPC = 62;

  private A0Shapes() {}

  static boolean possible(A0Frame frame) {
    return possible(frame.command(), frame.length())
        && (!isRound(frame.command()) || isShortOfRound(frame) || isTag(frame));
  }

  /** Long before the data are there. */
  static boolean possible(int command, int length) {
    return switch (command) {
      case A0Commands.RESET, A0Commands.GET_ANTENNA, A0Commands.GET_DETECTOR -> length <= 1;
      case A0Commands.GET_PROFILE, A0Commands.GET_FAST_TID -> length <= 1;
      case A0Commands.SET_BAUD, A0Commands.SET_ADDRESS, A0Commands.SET_ANTENNA -> length == 1;
      case A0Commands.BEEPER, A0Commands.RETURN_LOSS, A0Commands.SET_DETECTOR -> length == 1;
      case A0Commands.TEMPORARY_POWER, A0Commands.SET_PROFILE -> length == 1;
      case A0Commands.FAST_TID, A0Commands.FAST_TID_SAVED -> length == 1;
      case A0Commands.VERSION, A0Commands.TEMPERATURE, A0Commands.GET_GPIO -> length <= 2;
      case A0Commands.SET_GPIO -> length == 1 || length == 2;
      case A0Commands.SET_IDENTIFIER -> length == 1 || length == 12;
      case A0Commands.GET_IDENTIFIER -> length <= 1 || length == 12;
      case A0Commands.SET_POWER -> length == 1 || length == 4;
      case A0Commands.GET_POWER -> length <= 1 || length == 4;
      case A0Commands.SET_REGION -> length == 1 || length == 3 || length == 6;
      case A0Commands.GET_REGION -> length <= 1 || length == 3 || length == 6;
      case A0Commands.BUFFER_INVENTORY -> length == 1 || length == 9;
      case A0Commands.READ -> length == 1 || length >= 7;
      case A0Commands.WRITE, A0Commands.BLOCK_WRITE -> length == 1 || length >= 9;
      case A0Commands.LOCK -> length == 1 || length == 6 || length >= 10;
      case A0Commands.KILL -> length == 1 || length == 4 || length >= 10;
      case A0Commands.SET_MATCH -> length == 1 || (length >= 4 && length <= 2 + MOST_EPC);
      case A0Commands.GET_MATCH -> length <= 1 || (length >= 4 && length <= 2 + MOST_EPC);
      case A0Commands.INVENTORY, A0Commands.SESSION_INVENTORY, A0Commands.FAST_SWITCH ->
          length >= 1 && length <= TAG_OVERHEAD + MOST_EPC + PHASE;
      case A0Commands.GET_BUFFER, A0Commands.TAKE_BUFFER -> length <= 1 || length >= 10;
      case A0Commands.COUNT_BUFFER -> length <= 2;
      case A0Commands.CLEAR_BUFFER -> length <= 1;
      default -> false;
    };
  }

  static boolean isRound(int command) {
    return command == A0Commands.INVENTORY
        || command == A0Commands.FAST_SWITCH
        || command == A0Commands.SESSION_INVENTORY;
  }

  /** The end of a round, an error in it, or the command that starts it: anything but a tag. */
  static boolean isShortOfRound(A0Frame frame) {
    int length = frame.length();
    return switch (frame.command()) {
      case A0Commands.FAST_SWITCH ->
          length == 1 || length == 2 || length == 7 || (length == 10 && !isTag(frame));
      case A0Commands.SESSION_INVENTORY ->
          length == 1 || length == 3 || length == 7 || (length == 5 && frame.at(0) <= 3);
      default -> length == 1 || length == 7;
    };
  }

  /** A tag's length follows from its protocol control word (EPC Gen2 V2, 6.3.2.1.2.2). */
  static boolean isTag(A0Frame frame) {
    if (!isRound(frame.command()) || frame.length() < TAG_OVERHEAD) {
      return false;
    }
    int plain = TAG_OVERHEAD + epcBytes(frame);
    return frame.length() == plain || frame.length() == plain + PHASE;
  }

  static boolean hasPhase(A0Frame tag) {
    return tag.length() == TAG_OVERHEAD + epcBytes(tag) + PHASE;
  }

  static int epcBytes(A0Frame tag) {
    return (tag.wordAt(1) >> 11) * 2;
  }
}
