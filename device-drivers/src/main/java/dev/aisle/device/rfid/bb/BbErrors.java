package dev.aisle.device.rfid.bb;

/** Meaning of the first byte of an error answer (Communication Protocol V2.1). */
public final class BbErrors {
  public static final int READ_FAIL = 0x09;
  public static final int WRITE_FAIL = 0x10;
  public static final int KILL_FAIL = 0x12;
  public static final int LOCK_FAIL = 0x13;
  public static final int NO_TAG = 0x15;
  public static final int ACCESS_DENIED = 0x16;
  public static final int UNKNOWN_COMMAND = 0x17;
  public static final int HOPPING_TIMEOUT = 0x20;

  private BbErrors() {}

  public static String meaning(int code) {
    return switch (code) {
      case READ_FAIL -> "no tag to read";
      case WRITE_FAIL -> "no tag to write";
      case KILL_FAIL -> "kill failed";
      case LOCK_FAIL -> "lock failed";
      case NO_TAG -> "no tag";
      case ACCESS_DENIED -> "wrong access password";
      case UNKNOWN_COMMAND -> "unknown command";
      case HOPPING_TIMEOUT -> "all channels busy";
      default -> tagError(code);
    };
  }

  private static String tagError(int code) {
    String act =
        switch (code >> 4) {
          case 0xA -> "read";
          case 0xB -> "write";
          case 0xC -> "lock";
          case 0xD -> "kill";
          case 0xE -> "vendor command";
          default -> "";
        };
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
