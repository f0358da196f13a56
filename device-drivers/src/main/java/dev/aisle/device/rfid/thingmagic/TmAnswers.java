package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.Hex;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a module sends: the other side of {@link TmReply}, for a simulated one and for tests. */
public final class TmAnswers {
  private static final int TAG_FOLLOWS = 1;
  private static final int MOST_BYTES = 240;

  private TmAnswers() {}

  public static TmFrame done(int opcode) {
    return TmFrame.response(opcode, TmErrors.OK);
  }

  public static TmFrame status(int opcode, int status) {
    return TmFrame.response(opcode, status);
  }

  /** Once a second while inventory runs. */
  public static TmFrame keepAlive() {
    return status(TmCommands.READ_MULTIPLE, TmErrors.NO_TAG);
  }

  public static TmFrame bytes(int opcode, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) data[i];
    }
    return TmFrame.response(opcode, TmErrors.OK, bytes);
  }

  /** Each part has four bytes. */
  public static TmFrame version(
      int opcode, int bootLoader, int hardware, int date, int firmware, int protocols) {
    return TmFrame.response(
        opcode,
        TmErrors.OK,
        ByteBuffer.allocate(20)
            .putInt(bootLoader)
            .putInt(hardware)
            .putInt(date)
            .putInt(firmware)
            .putInt(protocols)
            .array());
  }

  public static TmFrame serialNumber(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer data = ByteBuffer.allocate(4 + ascii.length).put((byte) 0);
    data.put((byte) TmCommands.SERIAL_NUMBER).put((byte) 0).put((byte) ascii.length).put(ascii);
    return TmFrame.response(TmCommands.HARDWARE, TmErrors.OK, data.array());
  }

  public static TmFrame powerLimits(int opcode, int centiDbm, int most, int least) {
    return TmFrame.response(
        opcode,
        TmErrors.OK,
        ByteBuffer.allocate(7)
            .put((byte) 1)
            .putShort((short) centiDbm)
            .putShort((short) most)
            .putShort((short) least)
            .array());
  }

  public static TmFrame antennas(Map<Integer, Boolean> detected) {
    ByteBuffer data = ByteBuffer.allocate(1 + 2 * detected.size());
    data.put((byte) TmCommands.ANTENNAS_DETECTED);
    detected.forEach((port, there) -> data.put(port.byteValue()).put((byte) (there ? 1 : 0)));
    return TmFrame.response(TmCommands.GET_ANTENNA, TmErrors.OK, data.array());
  }

  /**
   * @param outputs which lines are outputs
   */
  public static TmFrame lines(Map<Integer, Boolean> levels, List<Integer> outputs) {
    ByteBuffer data = ByteBuffer.allocate(1 + 3 * levels.size()).put((byte) 1);
    levels.forEach(
        (line, high) ->
            data.put(line.byteValue())
                .put((byte) (outputs.contains(line) ? 1 : 0))
                .put((byte) (high ? 1 : 0)));
    return TmFrame.response(TmCommands.GET_GPIO, TmErrors.OK, data.array());
  }

  /** A tag of a running inventory. */
  public static TmFrame streamed(int searchFlags, int metadata, TmTag tag) {
    byte[] record = tag.encode(metadata);
    return TmFrame.response(
        TmCommands.READ_MULTIPLE,
        TmErrors.OK,
        ByteBuffer.allocate(TmReply.STREAMED_TAG_HEAD + record.length)
            .put((byte) TmCommands.OPTION_METADATA)
            .putShort((short) searchFlags)
            .putShort((short) metadata)
            .put((byte) TAG_FOLLOWS)
            .put(record)
            .array());
  }

  /** The temperature in a running inventory, as the library of a maker of boards records it. */
  public static TmFrame streamedTemperature(int celsius) {
    return bytes(
        TmCommands.READ_MULTIPLE, 0x00, 0x01, 0x1F, 0x02, 0x82, 0x00, 0x82, 0x00, 0x01, celsius);
  }

  public static TmFrame found(int tags) {
    return TmFrame.response(
        TmCommands.READ_MULTIPLE,
        TmErrors.OK,
        ByteBuffer.allocate(7)
            .put((byte) 0)
            .putShort((short) TmCommands.TO_BUFFER)
            .putInt(tags)
            .array());
  }

  /** As many of the tags as go into one frame. */
  public static TmFrame buffer(int metadata, List<TmTag> tags) {
    ByteBuffer data = ByteBuffer.allocate(TmFrame.LONGEST_DATA);
    data.putShort((short) metadata).put((byte) 0).put((byte) 0);
    int count = 0;
    for (TmTag tag : tags) {
      byte[] record = tag.encode(metadata);
      if (data.position() + record.length > MOST_BYTES) {
        break;
      }
      data.put(record);
      count++;
    }
    data.put(3, (byte) count);
    byte[] bytes = new byte[data.position()];
    data.flip().get(bytes);
    return TmFrame.response(TmCommands.GET_BUFFER, TmErrors.OK, bytes);
  }

  public static TmFrame memory(String dataHex) {
    byte[] words = Hex.bytes(dataHex);
    return TmFrame.response(
        TmCommands.READ,
        TmErrors.OK,
        ByteBuffer.allocate(3 + words.length)
            .put((byte) TmCommands.OPTION_METADATA)
            .putShort((short) 0)
            .put(words)
            .array());
  }
}
