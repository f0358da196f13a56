package dev.aisle.device.modbus;

import java.util.Arrays;

/**
 * Frames of the serial line: unit, protocol data unit, CRC-16 with the low byte first (Modbus over
 * serial line V1.02, 2.5.1). There is no mark for the end, so the answer is found by what it must
 * look like. Knows no port and no clock.
 */
public final class RtuFrame {
  private static final int POLYNOMIAL = 0xA001;
  private static final int CRC_BYTES = 2;
  private static final int EXCEPTION = 0x80;

  private RtuFrame() {}

  /**
   * What answers a request.
   *
   * @param start the first bytes after the unit, known from the request: the function, and the byte
   *     count of a reading or the echo of a writing
   * @param length of the answer's data unit, from the function on
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and seen by this package only
  public record Expected(int unit, byte[] start, int length) {
    public Expected {
      start = start.clone();
    }

    /** Reads the request's data unit. */
    public static Expected answerTo(int unit, byte[] request) {
      int function = request[0];
      int count = ((request[3] & 0xFF) << 8) | (request[4] & 0xFF);
      return switch (function) {
        case 1, 2 -> reading(unit, function, (count + 7) / 8);
        case 3, 4 -> reading(unit, function, 2 * count);
        default -> new Expected(unit, Arrays.copyOf(request, 5), 5);
      };
    }

    private static Expected reading(int unit, int function, int bytes) {
      return new Expected(unit, new byte[] {(byte) function, (byte) bytes}, 2 + bytes);
    }

    /** Bytes on the line. */
    int frameLength() {
      return 1 + length + CRC_BYTES;
    }
  }

  /** What is to be made of the bytes heard so far. */
  public sealed interface Heard {
    /** The answer's data unit; so many bytes before it were of no use. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(byte[] dataUnit, int skipped) implements Heard {}

    /** The answer has begun. */
    record Begun() implements Heard {}

    /** It looked like the answer, but the checksum is wrong. */
    record Broken() implements Heard {}

    /** Nothing of the kind. */
    record Nothing() implements Heard {}
  }

  public static byte[] of(int unit, byte[] dataUnit) {
    byte[] frame = new byte[1 + dataUnit.length + CRC_BYTES];
    frame[0] = (byte) unit;
    System.arraycopy(dataUnit, 0, frame, 1, dataUnit.length);
    int crc = crc(frame, 0, frame.length - CRC_BYTES);
    frame[frame.length - 2] = (byte) crc;
    frame[frame.length - 1] = (byte) (crc >> 8);
    return frame;
  }

  /** Finds the answer, also behind noise or the echo of the request. */
  public static Heard find(byte[] heard, int count, Expected expected) {
    boolean begun = false;
    boolean broken = false;
    for (int at = 0; at < count; at++) {
      int length = lengthAt(heard, at, count, expected);
      if (length == 0) {
        continue;
      }
      int end = at + 1 + length + CRC_BYTES;
      if (end > count) {
        begun = true;
      } else if (crc(heard, at, end) == 0) {
        return new Heard.Answer(Arrays.copyOfRange(heard, at + 1, at + 1 + length), at);
      } else {
        broken = true;
      }
    }
    if (begun) {
      return new Heard.Begun();
    }
    return broken ? new Heard.Broken() : new Heard.Nothing();
  }

  /** Length of the data unit that may begin here, 0 when none can. */
  private static int lengthAt(byte[] heard, int at, int count, Expected expected) {
    if ((heard[at] & 0xFF) != expected.unit()) {
      return 0;
    }
    byte[] start = expected.start();
    if (at + 1 < count && heard[at + 1] == (byte) (start[0] | EXCEPTION)) {
      return 2;
    }
    for (int i = 0; i < start.length && at + 1 + i < count; i++) {
      if (heard[at + 1 + i] != start[i]) {
        return 0;
      }
    }
    return expected.length();
  }

  /** 0 over a whole frame whose checksum is right. */
  public static int crc(byte[] bytes, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
    }
    return crc;
  }
}
