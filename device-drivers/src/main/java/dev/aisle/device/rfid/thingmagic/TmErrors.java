package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import java.util.Map;
import java.util.Set;

/** Meaning of the status of a response (MercuryAPI, status codes of serial readers). */
public final class TmErrors {
  public static final int OK = 0;
  public static final int WRONG_LENGTH = 0x0100;
  public static final int WRONG_OPCODE = 0x0101;
  public static final int POWER_TOO_HIGH = 0x0103;
  public static final int WRONG_PARAMETER = 0x0105;
  public static final int POWER_TOO_LOW = 0x0106;
  public static final int WRONG_REGION = 0x010B;
  public static final int NO_TAG = 0x0400;
  public static final int NO_PROTOCOL = 0x0402;
  public static final int TAG_ERROR = 0x040A;
  public static final int KILL_PASSWORD = 0x040C;
  public static final int GEN2_OTHER = 0x0420;
  public static final int MEMORY_OVERRUN = 0x0423;
  public static final int MEMORY_LOCKED = 0x0424;
  public static final int LOW_POWER = 0x042B;
  public static final int NON_SPECIFIC = 0x042F;
  public static final int TOO_HOT = 0x0504;
  public static final int HIGH_RETURN_LOSS = 0x0505;

  private static final int FIRMWARE_FAULTS = 0x7F00;

  private record Entry(String meaning, Concern concern) {}

  private static final Map<Integer, Entry> TABLE =
      Map.ofEntries(
          entry(WRONG_LENGTH, "wrong length of the command", Concern.COMMAND),
          entry(WRONG_OPCODE, "unknown command", Concern.COMMAND),
          entry(0x0102, "command not implemented", Concern.COMMAND),
          entry(POWER_TOO_HIGH, "transmit power too high", Concern.COMMAND),
          entry(0x0104, "invalid frequency", Concern.COMMAND),
          entry(WRONG_PARAMETER, "invalid parameter", Concern.COMMAND),
          entry(POWER_TOO_LOW, "transmit power too low", Concern.COMMAND),
          entry(0x0109, "feature not implemented", Concern.COMMAND),
          entry(0x010A, "no such line speed", Concern.COMMAND),
          entry(WRONG_REGION, "no such region, or none set", Concern.COMMAND),
          entry(0x010C, "invalid licence key", Concern.COMMAND),
          entry(0x0200, "firmware image is damaged", Concern.READER),
          entry(0x0201, "firmware image ends at a wrong address", Concern.READER),
          entry(0x0300, "wrong password to erase flash", Concern.COMMAND),
          entry(0x0301, "wrong password to write flash", Concern.COMMAND),
          entry(0x0302, "flash error", Concern.READER),
          entry(0x0303, "no such flash sector", Concern.COMMAND),
          entry(0x0304, "flash is not erased", Concern.READER),
          entry(0x0305, "flash sector is protected", Concern.COMMAND),
          entry(0x0306, "flash could not be verified", Concern.READER),
          entry(NO_TAG, "no tag", Concern.TAG),
          entry(0x0401, "no tag protocol is set", Concern.COMMAND),
          entry(NO_PROTOCOL, "tag protocol not set or not known", Concern.COMMAND),
          entry(0x0403, "written, but the lock failed", Concern.TAG),
          entry(0x0404, "no data came from the tag", Concern.TAG),
          entry(0x0405, "the radio is off", Concern.READER),
          entry(0x0406, "tag could not be written", Concern.TAG),
          entry(0x0407, "this tag protocol cannot do it", Concern.COMMAND),
          entry(0x0408, "data that cannot be written", Concern.COMMAND),
          entry(0x0409, "no such address in the tag", Concern.TAG),
          entry(TAG_ERROR, "general tag error", Concern.TAG),
          entry(0x040B, "too many words to read", Concern.COMMAND),
          entry(KILL_PASSWORD, "wrong kill password", Concern.TAG),
          entry(0x040E, "kill failed", Concern.TAG),
          entry(0x040F, "the tag's answer could not be decoded", Concern.TAG),
          entry(0x0410, "invalid EPC", Concern.TAG),
          entry(0x0411, "wrong number of data", Concern.TAG),
          entry(GEN2_OTHER, "tag error, or wrong access password", Concern.LOCKED),
          entry(MEMORY_OVERRUN, "memory overrun, or wrong length in the PC", Concern.TAG),
          entry(MEMORY_LOCKED, "memory locked", Concern.LOCKED),
          entry(LOW_POWER, "too little power at the tag", Concern.WEAK),
          entry(NON_SPECIFIC, "non-specific tag error", Concern.TAG),
          entry(0x0430, "unknown tag error", Concern.TAG),
          entry(0x0500, "frequency not allowed", Concern.COMMAND),
          entry(0x0501, "channel occupied", Concern.LIMITS),
          entry(0x0502, "transmitter is on already", Concern.READER),
          entry(0x0503, "antenna not connected", Concern.ANTENNA),
          entry(TOO_HOT, "too hot, reads more slowly", Concern.LIMITS),
          entry(HIGH_RETURN_LOSS, "antenna missing or mismatched", Concern.ANTENNA),
          entry(0x0506, "the frequency does not lock", Concern.READER),
          entry(0x0507, "antennas are set wrongly", Concern.COMMAND),
          entry(0x0600, "fewer tags in the buffer", Concern.COMMAND),
          entry(0x0601, "tag buffer is full", Concern.LIMITS),
          entry(0x0602, "tag is in the buffer already", Concern.TAG),
          entry(0x0603, "too many tags asked for", Concern.COMMAND),
          entry(FIRMWARE_FAULTS, "firmware fault; the reader starts again", Concern.READER),
          entry(0x7F01, "firmware assertion failed; the reader starts again", Concern.READER));

  private TmErrors() {}

  public static Set<Integer> known() {
    return TABLE.keySet();
  }

  public static String meaning(int status) {
    Entry known = TABLE.get(status);
    return known == null ? "status %04X".formatted(status) : known.meaning();
  }

  public static Concern concern(int status) {
    Entry known = TABLE.get(status);
    if (known != null) {
      return known.concern();
    }
    return switch (status >> 8) {
      case 0x04 -> Concern.TAG;
      case 0x02, 0x03, 0x05 -> Concern.READER;
      default -> status >= FIRMWARE_FAULTS ? Concern.READER : Concern.COMMAND;
    };
  }

  static Heard.Refused refused(int status) {
    return new Heard.Refused(status, meaning(status), concern(status));
  }

  private static Map.Entry<Integer, Entry> entry(int status, String meaning, Concern concern) {
    return Map.entry(status, new Entry(meaning, concern));
  }
}
