package dev.aisle.device.rfid.chafon;

import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;

/**
 * The status byte of an answer (UHFReader18 User's Manual V2.0, section 5; UHFReader288MP manual
 * v1.14, section 5).
 */
public final class ChafonStatus {
  public static final int OK = 0x00;
  public static final int INVENTORY_DONE = 0x01;
  public static final int INVENTORY_TIMEOUT = 0x02;
  public static final int MORE_FOLLOWS = 0x03;
  public static final int MEMORY_FULL = 0x04;
  public static final int WRONG_ACCESS_PASSWORD = 0x05;
  public static final int KILL_FAILED = 0x09;
  public static final int KILL_PASSWORD_ZERO = 0x0A;
  public static final int TAG_DOES_NOT_SUPPORT = 0x0B;
  public static final int ACCESS_PASSWORD_ZERO = 0x0C;
  public static final int CANNOT_PROTECT = 0x0D;
  public static final int CANNOT_UNPROTECT = 0x0E;
  public static final int LOCKED_BYTES = 0x10;
  public static final int CANNOT_LOCK = 0x11;
  public static final int ALREADY_LOCKED = 0x12;
  public static final int SAVE_FAILED = 0x13;
  public static final int CANNOT_ADJUST_POWER = 0x14;
  public static final int STATISTICS = 0x26;
  public static final int HEARTBEAT = 0x28;
  public static final int ANTENNA_ERROR = 0xF8;
  public static final int EXECUTION_ERROR = 0xF9;
  public static final int POOR_COMMUNICATION = 0xFA;
  public static final int NO_TAG = 0xFB;
  public static final int TAG_ERROR = 0xFC;
  public static final int WRONG_LENGTH = 0xFD;
  public static final int ILLEGAL_COMMAND = 0xFE;
  public static final int PARAMETER_ERROR = 0xFF;

  private ChafonStatus() {}

  public static String meaning(int status) {
    return switch (status) {
      case OK -> "done";
      case INVENTORY_DONE -> "inventory done";
      case INVENTORY_TIMEOUT -> "inventory ended by its time limit";
      case MORE_FOLLOWS -> "more tags follow";
      case MEMORY_FULL -> "too many tags for the reader's memory";
      case WRONG_ACCESS_PASSWORD -> "wrong access password";
      case KILL_FAILED -> "kill failed";
      case KILL_PASSWORD_ZERO -> "a kill password of zero kills no tag";
      case TAG_DOES_NOT_SUPPORT -> "the tag does not support this";
      case ACCESS_PASSWORD_ZERO -> "the access password must not be zero here";
      case CANNOT_PROTECT -> "the tag is protected already";
      case CANNOT_UNPROTECT -> "the tag is not protected";
      case LOCKED_BYTES -> "some of the bytes are locked";
      case CANNOT_LOCK -> "cannot be locked";
      case ALREADY_LOCKED -> "locked already";
      case SAVE_FAILED -> "the reader could not save its settings";
      case CANNOT_ADJUST_POWER -> "the power cannot be adjusted";
      case STATISTICS -> "statistics of the inventory";
      case HEARTBEAT -> "no tag, the reader lives";
      case ANTENNA_ERROR -> "antenna missing or mismatched";
      case EXECUTION_ERROR -> "the command failed in the reader";
      case POOR_COMMUNICATION -> "the tag is there but cannot be talked to reliably";
      case NO_TAG -> "no tag";
      case TAG_ERROR -> "the tag refused";
      case WRONG_LENGTH -> "wrong length of the command";
      case ILLEGAL_COMMAND -> "unknown command, or its CRC was wrong on arrival";
      case PARAMETER_ERROR -> "wrong parameter";
      default -> "status %02X".formatted(status);
    };
  }

  /** What the tag itself said (EPC Gen2 V2, Annex I), which follows {@link #TAG_ERROR}. */
  public static String tagMeaning(int code) {
    return switch (code) {
      case 0x00 -> "other error";
      case 0x03 -> "memory overrun";
      case 0x04 -> "memory locked";
      case 0x0B -> "too little power at the tag";
      case 0x0F -> "non-specific error";
      default -> "error %02X".formatted(code);
    };
  }

  /** What kind of refusal it is when the tag itself said so. */
  static Concern tagConcern(int code) {
    return switch (code) {
      case 0x04 -> Concern.LOCKED;
      case 0x0B -> Concern.WEAK;
      default -> Concern.TAG;
    };
  }

  public static Concern concern(int status) {
    return switch (status) {
      case ANTENNA_ERROR -> Concern.ANTENNA;
      case SAVE_FAILED, EXECUTION_ERROR -> Concern.READER;
      case CANNOT_ADJUST_POWER, WRONG_LENGTH, ILLEGAL_COMMAND, PARAMETER_ERROR -> Concern.COMMAND;
      case MEMORY_FULL -> Concern.LIMITS;
      case WRONG_ACCESS_PASSWORD, ACCESS_PASSWORD_ZERO, LOCKED_BYTES, CANNOT_LOCK, ALREADY_LOCKED ->
          Concern.LOCKED;
      case POOR_COMMUNICATION -> Concern.WEAK;
      case KILL_FAILED,
          KILL_PASSWORD_ZERO,
          TAG_DOES_NOT_SUPPORT,
          CANNOT_PROTECT,
          CANNOT_UNPROTECT,
          NO_TAG,
          TAG_ERROR ->
          Concern.TAG;
      default -> Concern.COMMAND;
    };
  }
}
