package dev.aisle.device.rfid.a0;

import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import java.util.Map;
import java.util.Set;

/** Meaning of the codes in answers (Serial Interface Protocol V3.7, chapter 3). */
public final class A0Errors {
  public static final int OK = 0x10;
  public static final int FAIL = 0x11;
  public static final int ANTENNA_MISSING = 0x22;
  public static final int NO_TAG = 0x36;
  public static final int ACCESS_FAILED = 0x37;
  public static final int BUFFER_EMPTY = 0x38;
  public static final int PASSWORD = 0x40;
  public static final int PARAMETER = 0x41;
  public static final int RETURN_LOSS = 0xEE;

  private record Entry(String meaning, Concern concern) {}

  private static final Map<Integer, Entry> TABLE =
      Map.ofEntries(
          entry(FAIL, "the command failed", Concern.COMMAND),
          entry(0x20, "the reader could not be reset", Concern.READER),
          entry(0x21, "the carrier could not be switched on", Concern.READER),
          entry(ANTENNA_MISSING, "antenna missing", Concern.ANTENNA),
          entry(0x23, "flash could not be written", Concern.READER),
          entry(0x24, "flash could not be read", Concern.READER),
          entry(0x25, "transmit power could not be set", Concern.READER),
          entry(0x31, "inventory failed", Concern.TAG),
          entry(0x32, "tag could not be read", Concern.TAG),
          entry(0x33, "tag could not be written", Concern.TAG),
          entry(0x34, "tag could not be locked", Concern.TAG),
          entry(0x35, "tag could not be killed", Concern.TAG),
          entry(NO_TAG, "no tag", Concern.TAG),
          entry(ACCESS_FAILED, "tag was heard but access to it failed", Concern.LOCKED),
          entry(BUFFER_EMPTY, "the buffer is empty", Concern.TAG),
          entry(0x3C, "vendor command of the chip failed", Concern.TAG),
          entry(PASSWORD, "access refused or wrong password", Concern.LOCKED),
          entry(PARAMETER, "invalid parameter", Concern.COMMAND),
          entry(0x42, "too many words", Concern.COMMAND),
          entry(0x43, "no such memory bank", Concern.COMMAND),
          entry(0x44, "no such area to lock", Concern.COMMAND),
          entry(0x45, "no such way to lock", Concern.COMMAND),
          entry(0x46, "no such reader address", Concern.COMMAND),
          entry(0x47, "no such antenna", Concern.COMMAND),
          entry(0x48, "transmit power out of range", Concern.COMMAND),
          entry(0x49, "no such frequency region", Concern.COMMAND),
          entry(0x4A, "no such line speed", Concern.COMMAND),
          entry(0x4B, "no such beeper mode", Concern.COMMAND),
          entry(0x4C, "EPC to match is too long", Concern.COMMAND),
          entry(0x4D, "EPC to match has a wrong length", Concern.COMMAND),
          entry(0x4E, "no such way to match", Concern.COMMAND),
          entry(0x4F, "frequency out of range", Concern.COMMAND),
          entry(0x50, "tag did not open its handle", Concern.TAG),
          entry(0x51, "no such dense-reader mode", Concern.COMMAND),
          entry(0x52, "the frequency does not lock", Concern.READER),
          entry(0x53, "the radio chip does not answer", Concern.READER),
          entry(0x54, "transmit power is not reached", Concern.LIMITS),
          entry(0x55, "the firmware is not licensed", Concern.READER),
          entry(0x56, "spectrum rules forbid it", Concern.LIMITS),
          entry(0x57, "transmit power is too low", Concern.LIMITS),
          entry(RETURN_LOSS, "return loss could not be measured", Concern.ANTENNA));

  private A0Errors() {}

  public static Set<Integer> known() {
    return TABLE.keySet();
  }

  public static boolean isKnown(int code) {
    return code == OK || TABLE.containsKey(code);
  }

  public static String meaning(int code) {
    Entry known = TABLE.get(code);
    return known == null ? "error %02X".formatted(code) : known.meaning();
  }

  public static Concern concern(int code) {
    Entry known = TABLE.get(code);
    return known == null ? Concern.COMMAND : known.concern();
  }

  static Heard.Refused refused(int code) {
    return new Heard.Refused(code, meaning(code), concern(code));
  }

  private static Map.Entry<Integer, Entry> entry(int code, String meaning, Concern concern) {
    return Map.entry(code, new Entry(meaning, concern));
  }
}
