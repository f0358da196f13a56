package dev.aisle.device.rfid.a0;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.TagCrc;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a reader sends: the other side of {@link A0Reply}, for a simulated reader and for tests. */
public final class A0Answers {
  private static final int IDENTIFIER_BYTES = 12;

  private final int address;

  public A0Answers(int address) {
    this.address = address;
  }

  /** Success is {@link A0Errors#OK}. */
  public A0Frame code(int command, int code) {
    return A0Frame.of(address, command, code);
  }

  public A0Frame bytes(int command, int... data) {
    return A0Frame.of(address, command, data);
  }

  public A0Frame identifier(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    byte[] data = new byte[IDENTIFIER_BYTES];
    Arrays.fill(data, (byte) 0xFF);
    System.arraycopy(ascii, 0, data, 0, Math.min(ascii.length, data.length));
    return A0Frame.of(address, A0Commands.GET_IDENTIFIER, data);
  }

  /** One byte when all are the same. */
  public A0Frame power(List<Integer> dbm) {
    return dbm.stream().distinct().count() == 1
        ? bytes(A0Commands.GET_POWER, dbm.get(0))
        : bytes(A0Commands.GET_POWER, dbm.stream().mapToInt(Integer::intValue).toArray());
  }

  public A0Frame region(A0Band band) {
    A0Frame command = new A0Commands(address).region(band);
    return A0Frame.of(address, A0Commands.GET_REGION, command.data());
  }

  public A0Frame temperature(int celsius) {
    return bytes(A0Commands.TEMPERATURE, celsius < 0 ? 0 : 1, Math.abs(celsius));
  }

  public A0Frame match(Optional<String> epcHex) {
    byte[] epc = Hex.bytes(epcHex.orElse(""));
    if (epc.length == 0) {
      return bytes(A0Commands.GET_MATCH, 1);
    }
    byte[] data = new byte[2 + epc.length];
    data[1] = (byte) epc.length;
    System.arraycopy(epc, 0, data, 2, epc.length);
    return A0Frame.of(address, A0Commands.GET_MATCH, data);
  }

  /** A tag in a running round. */
  public A0Frame tagSeen(
      int command,
      int frequencyIndex,
      int antenna,
      int pc,
      String epcHex,
      int rssiRaw,
      OptionalInt phaseRaw) {
    byte[] epc = Hex.bytes(epcHex);
    ByteBuffer data = ByteBuffer.allocate(4 + epc.length + (phaseRaw.isPresent() ? 2 : 0));
    data.put(source(frequencyIndex, antenna)).putShort((short) pc).put(epc).put((byte) rssiRaw);
    phaseRaw.ifPresent(phase -> data.putShort((short) phase));
    return A0Frame.of(address, command, data.array());
  }

  /** The end of a round of 89 or 8B. */
  public A0Frame roundDone(int command, int antenna, int perSecond, int reads) {
    return A0Frame.of(
        address,
        command,
        ByteBuffer.allocate(7)
            .put((byte) (antenna - 1))
            .putShort((short) perSecond)
            .putInt(reads)
            .array());
  }

  /** The end of a round of 8A. */
  public A0Frame fastSwitchDone(int reads, int durationMs) {
    ByteBuffer data = ByteBuffer.allocate(7).put((byte) (reads >> 16)).putShort((short) reads);
    return A0Frame.of(address, A0Commands.FAST_SWITCH, data.putInt(durationMs).array());
  }

  /** An antenna of a fast switch round is passed over. */
  public A0Frame antennaRefused(int antenna, int code) {
    return bytes(A0Commands.FAST_SWITCH, antenna - 1, code);
  }

  public A0Frame bufferFilled(int antenna, int tags, int perSecond, int reads) {
    return A0Frame.of(
        address,
        A0Commands.BUFFER_INVENTORY,
        ByteBuffer.allocate(9)
            .put((byte) (antenna - 1))
            .putShort((short) tags)
            .putShort((short) perSecond)
            .putInt(reads)
            .array());
  }

  public A0Frame buffered(
      int command, int of, int pc, String epcHex, int rssiRaw, int index, int antenna, int times) {
    byte[] tag = withCrc(pc, epcHex);
    return A0Frame.of(
        address,
        command,
        ByteBuffer.allocate(6 + tag.length)
            .putShort((short) of)
            .put((byte) tag.length)
            .put(tag)
            .put((byte) rssiRaw)
            .put(source(index, antenna))
            .put((byte) times)
            .array());
  }

  public A0Frame memory(int of, int pc, String epcHex, String dataHex, int index, int antenna) {
    byte[] tag = withCrc(pc, epcHex);
    byte[] words = Hex.bytes(dataHex);
    return A0Frame.of(
        address,
        A0Commands.READ,
        ByteBuffer.allocate(6 + tag.length + words.length)
            .putShort((short) of)
            .put((byte) (tag.length + words.length))
            .put(tag)
            .put(words)
            .put((byte) words.length)
            .put(source(index, antenna))
            .put((byte) 1)
            .array());
  }

  /** How writing, locking or killing ended. */
  public A0Frame accessed(
      int command, int of, int pc, String epcHex, int code, int index, int antenna) {
    byte[] tag = withCrc(pc, epcHex);
    return A0Frame.of(
        address,
        command,
        ByteBuffer.allocate(6 + tag.length)
            .putShort((short) of)
            .put((byte) tag.length)
            .put(tag)
            .put((byte) code)
            .put(source(index, antenna))
            .put((byte) 1)
            .array());
  }

  private static byte source(int frequencyIndex, int antenna) {
    return (byte) ((frequencyIndex << 2) | (antenna - 1));
  }

  private static byte[] withCrc(int pc, String epcHex) {
    byte[] epc = Hex.bytes(epcHex);
    byte[] tag = new byte[epc.length + 4];
    ByteBuffer out = ByteBuffer.wrap(tag).putShort((short) pc).put(epc);
    out.putShort((short) TagCrc.of(tag, 0, tag.length - 2));
    return tag;
  }
}
