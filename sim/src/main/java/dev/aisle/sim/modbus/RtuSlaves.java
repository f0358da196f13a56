package dev.aisle.sim.modbus;

import dev.aisle.sim.reader.firmware.ReaderFirmware;
import dev.aisle.sim.reader.tag.AirField;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The units of an RS485 line: takes requests with a right checksum (Modbus over serial line V1.02,
 * 2.5.1) and answers those to its units. After a pause of the line it waits for a new frame.
 */
public final class RtuSlaves implements ReaderFirmware {
  private static final int CRC_BYTES = 2;
  private static final long PAUSE_NANOS = 50_000_000L;

  private final DataUnits units;
  private byte[] heard = new byte[0];
  private long lastByte;

  public RtuSlaves(DataUnits units) {
    this.units = units;
  }

  @Override
  public List<byte[]> receive(byte[] bytes, AirField field, long nanos) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (nanos - lastByte < PAUSE_NANOS) {
      all.writeBytes(heard);
    }
    lastByte = nanos;
    all.writeBytes(bytes);
    heard = all.toByteArray();
    for (int at = 0; at < heard.length; at++) {
      OptionalInt length = DataUnits.length(heard, at + 1, heard.length);
      int end = at + 1 + length.orElse(heard.length) + CRC_BYTES;
      if (end <= heard.length && crc(heard, at, end) == 0) {
        byte[] request = Arrays.copyOfRange(heard, at + 1, end - CRC_BYTES);
        int unit = heard[at] & 0xFF;
        heard = Arrays.copyOfRange(heard, end, heard.length);
        Optional<byte[]> answer = units.answer(unit, request);
        return answer.map(unitAnswer -> List.of(frame(unit, unitAnswer))).orElse(List.of());
      }
    }
    return List.of();
  }

  @Override
  public List<byte[]> tick(AirField field, long nanos) {
    return List.of();
  }

  private static byte[] frame(int unit, byte[] dataUnit) {
    byte[] frame = new byte[1 + dataUnit.length + CRC_BYTES];
    frame[0] = (byte) unit;
    System.arraycopy(dataUnit, 0, frame, 1, dataUnit.length);
    int crc = crc(frame, 0, frame.length - CRC_BYTES);
    frame[frame.length - 2] = (byte) crc;
    frame[frame.length - 1] = (byte) (crc >> 8);
    return frame;
  }

  private static int crc(byte[] bytes, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0xA001;
      }
    }
    return crc;
  }
}
