package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;

/** Meaning of the first byte of an error answer (Communication Protocol V2.1). */
public final class BbErrors {
  public static final int READ_FAIL = 0x09;
  public static final int WRITE_FAIL = 0x10;
  public static final int KILL_FAIL = 0x12;
  public static final int LOCK_FAIL = 0x13;
  public static final int NO_TAG = 0x15;
  public static final int ACCESS_DENIED = 0x16;
  public static final int UNKNOWN_COMMAND = 0x17;
  public static final int CHANGE_CONFIG_FAIL = 0x1A;
  public static final int CHANGE_EAS_FAIL = 0x1B;
  public static final int EAS_ALARM_FAIL = 0x1D;
  public static final int HOPPING_TIMEOUT = 0x20;
  public static final int READ_PROTECT_FAIL = 0x2A;
  public static final int RESET_READ_PROTECT_FAIL = 0x2B;
  public static final int MONZA_QT_FAIL = 0x2E;

  private BbErrors() {}

  public static String meaning(int code) {
    return switch (code) {
      case READ_FAIL -> "no tag to read";
      case WRITE_FAIL -> "no tag to write";
      case KILL_FAIL -> "no tag to kill";
      case LOCK_FAIL -> "no tag to lock";
      case NO_TAG -> "no tag";
      case ACCESS_DENIED -> "wrong access password";
      case UNKNOWN_COMMAND -> "unknown command";
      case CHANGE_CONFIG_FAIL -> "NXP change of configuration failed";
      case CHANGE_EAS_FAIL -> "NXP change of theft alarm failed";
      case EAS_ALARM_FAIL -> "NXP theft alarm failed";
      case HOPPING_TIMEOUT -> "all channels busy";
      case READ_PROTECT_FAIL -> "NXP read protection failed";
      case RESET_READ_PROTECT_FAIL -> "NXP end of read protection failed";
      case MONZA_QT_FAIL -> "Monza QT command failed";
      default -> tagError(code);
    };
  }

  /** No tag answered the command, or not clearly enough to be worked on. */
  static boolean isNoTag(int code) {
    return switch (code) {
      case READ_FAIL, WRITE_FAIL, KILL_FAIL, LOCK_FAIL, NO_TAG -> true;
      default -> false;
    };
  }

  static Concern concern(int code) {
    return switch (code) {
      case UNKNOWN_COMMAND -> Concern.COMMAND;
      case HOPPING_TIMEOUT -> Concern.LIMITS;
      case ACCESS_DENIED -> Concern.LOCKED;
      default -> tagAct(code).isEmpty() ? Concern.TAG : tagConcern(code & 0xF);
    };
  }

  /** EPC Gen2 V2, annex I. */
  private static Concern tagConcern(int tagCode) {
    return switch (tagCode) {
      case 0x4 -> Concern.LOCKED;
      case 0xB -> Concern.WEAK;
      default -> Concern.TAG;
    };
  }

  /** What the tag itself refused, told in the upper half of the code; empty for other codes. */
  private static String tagAct(int code) {
    return switch (code >> 4) {
      case 0xA -> "read";
      case 0xB -> "write";
      case 0xC -> "lock";
      case 0xD -> "kill";
      case 0xE -> "vendor command";
      default -> "";
    };
  }

  private static String tagError(int code) {
    String act = tagAct(code);
    if (act.isEmpty()) {
      return "error %02X".formatted(code);
    }
    String why =
        switch (code & 0xF) {
          case 0x3 -> "memory overrun";
          case 0x4 -> "memory locked";
          case 0xB -> "too little power at the tag";
          case 0xF -> "non-specific tag error";
          default -> "tag error";
        };
    return "%s: %s".formatted(act, why);
  }
}
