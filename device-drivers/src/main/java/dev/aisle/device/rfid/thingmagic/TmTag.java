package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.TagCrc;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One tag record. Which fields it has follows from the metadata flags before it, in the order of
 * the flags.
 *
 * @param times how often it was heard, 0 when not told
 * @param antenna sending port, counted from 1
 * @param phaseDeg 0 to 180
 * @param dataHex what was read along with it, mostly empty
 */
public record TmTag(
    int times,
    OptionalInt rssiDbm,
    int antenna,
    OptionalInt frequencyKhz,
    OptionalInt timestampMs,
    OptionalInt phaseDeg,
    String dataHex,
    OptionalInt inputs,
    int pc,
    String epcHex) {
  private static final int TIMES = 0x0001;
  private static final int RSSI = 0x0002;
  private static final int ANTENNA = 0x0004;
  private static final int FREQUENCY = 0x0008;
  private static final int TIMESTAMP = 0x0010;
  private static final int PHASE = 0x0020;
  private static final int PROTOCOL = 0x0040;
  private static final int DATA = 0x0080;
  private static final int INPUTS = 0x0100;

  /** Instead of a length: nothing could be read. */
  private static final int NO_DATA_BITS = 0x1000;

  /** Port 16 does not fit into four bits. */
  private static final int LAST_PORT = 16;

  private static final int EXTENDED_PC = 0x0200;
  private static final int CRC_BYTES = 2;

  /** A record, or why it is none. */
  sealed interface Read {
    record Tag(TmTag tag) implements Read {}

    record Wrong(String why) implements Read {}
  }

  /** Reads one record and leaves the buffer behind it. */
  static Read read(int flags, ByteBuffer in) {
    if ((flags & ~TmCommands.ALL_METADATA) != 0) {
      return new Read.Wrong("unknown metadata flags %04X".formatted(flags));
    }
    try {
      return readKnown(flags, in);
    } catch (BufferUnderflowException e) {
      return new Read.Wrong("the tag record is cut off");
    }
  }

  private static Read readKnown(int flags, ByteBuffer in) {
    int times = (flags & TIMES) == 0 ? 0 : in.get() & 0xFF;
    OptionalInt rssi = (flags & RSSI) == 0 ? OptionalInt.empty() : OptionalInt.of(in.get());
    int ports = (flags & ANTENNA) == 0 ? 0x11 : in.get() & 0xFF;
    OptionalInt khz =
        (flags & FREQUENCY) == 0
            ? OptionalInt.empty()
            : OptionalInt.of(((in.get() & 0xFF) << 16) | (in.getShort() & 0xFFFF));
    OptionalInt millis =
        (flags & TIMESTAMP) == 0 ? OptionalInt.empty() : OptionalInt.of(in.getInt());
    OptionalInt phase =
        (flags & PHASE) == 0 ? OptionalInt.empty() : OptionalInt.of(in.getShort() & 0xFFFF);
    int protocol = (flags & PROTOCOL) == 0 ? TmCommands.GEN2 : in.get() & 0xFF;
    String data = (flags & DATA) == 0 ? "" : data(in);
    OptionalInt inputs =
        (flags & INPUTS) == 0 ? OptionalInt.empty() : OptionalInt.of(in.get() & 0xFF);
    if (protocol != TmCommands.GEN2) {
      return new Read.Wrong("not a Gen2 tag but protocol %d".formatted(protocol));
    }
    byte[] tag = new byte[bytes(in.getShort())];
    in.get(tag);
    if (tag.length < 2 + CRC_BYTES) {
      return new Read.Wrong("a tag record of %d bytes".formatted(tag.length));
    }
    int end = tag.length - CRC_BYTES;
    if (word(tag, end) != TagCrc.of(tag, 0, end)) {
      return new Read.Wrong("CRC of the tag is wrong");
    }
    int pc = word(tag, 0);
    Optional<String> epc = epc(tag, pc, end);
    if (epc.isEmpty()) {
      return new Read.Wrong("a tag without an EPC");
    }
    int port = ports >> 4;
    return new Read.Tag(
        new TmTag(
            times,
            rssi,
            port == 0 ? LAST_PORT : port,
            khz,
            millis,
            phase,
            data,
            inputs,
            pc,
            epc.get()));
  }

  /** Extended protocol control words stand between PC and EPC (EPC Gen2 V2, 6.3.2.1.2.5). */
  private static Optional<String> epc(byte[] tag, int pc, int end) {
    int from = 2;
    if ((pc & EXTENDED_PC) != 0 && end > from + 2) {
      from += (tag[from] & 0x80) == 0 ? 2 : 4;
    }
    return from < end ? Optional.of(Hex.of(tag, from, end)) : Optional.empty();
  }

  private static String data(ByteBuffer in) {
    int bits = in.getShort();
    byte[] data = new byte[bits == NO_DATA_BITS ? 0 : bytes(bits)];
    in.get(data);
    return Hex.of(data);
  }

  private static int bytes(int bits) {
    return ((bits & 0xFFFF) + 7) / 8;
  }

  private static int word(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  /** The record with these fields, as a module sends it. */
  byte[] encode(int flags) {
    byte[] epc = Hex.bytes(epcHex);
    byte[] data = Hex.bytes(dataHex);
    ByteBuffer out = ByteBuffer.allocate(32 + data.length + epc.length);
    if ((flags & TIMES) != 0) {
      out.put((byte) times);
    }
    if ((flags & RSSI) != 0) {
      out.put((byte) rssiDbm.orElse(0));
    }
    if ((flags & ANTENNA) != 0) {
      out.put((byte) (((antenna & 0xF) << 4) | (antenna & 0xF)));
    }
    if ((flags & FREQUENCY) != 0) {
      int khz = frequencyKhz.orElse(0);
      out.put((byte) (khz >> 16)).putShort((short) khz);
    }
    if ((flags & TIMESTAMP) != 0) {
      out.putInt(timestampMs.orElse(0));
    }
    if ((flags & PHASE) != 0) {
      out.putShort((short) phaseDeg.orElse(0));
    }
    if ((flags & PROTOCOL) != 0) {
      out.put((byte) TmCommands.GEN2);
    }
    if ((flags & DATA) != 0) {
      out.putShort((short) (data.length * 8)).put(data);
    }
    if ((flags & INPUTS) != 0) {
      out.put((byte) inputs.orElse(0));
    }
    out.putShort((short) ((epc.length + 4) * 8));
    int start = out.position();
    out.putShort((short) pc).put(epc);
    out.putShort((short) TagCrc.of(out.array(), start, out.position()));
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }
}
