package dev.aisle.device.rfid.thingmagic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one frame from a module says. */
public sealed interface TmReply {
  /** Of a running inventory, or out of the module's memory. */
  record Tags(List<TmTag> tags) implements TmReply {}

  /** Nothing heard; while inventory runs this comes once a second and says that all is well. */
  record NoTag() implements TmReply {}

  record Refused(int opcode, int status) implements TmReply {}

  /**
   * @param bootLoader four bytes, like the others
   * @param protocols one bit for each that the firmware has
   */
  record Version(
      String bootLoader, String hardware, String firmwareDate, String firmware, int protocols)
      implements TmReply {}

  record Program(boolean bootLoader) implements TmReply {}

  /**
   * @param text empty when the module has none
   */
  record Serial(String text) implements TmReply {}

  record Region(int code) implements TmReply {}

  record Regions(List<Integer> codes) implements TmReply {}

  record Power(int centiDbm) implements TmReply {}

  record PowerLimits(int centiDbm, int most, int least) implements TmReply {}

  /** Ports, and whether something is plugged in that carries direct current. */
  record Antennas(Map<Integer, Boolean> detected) implements TmReply {}

  /** Levels by line; true is high. */
  record Lines(Map<Integer, Boolean> levels) implements TmReply {}

  record Temperature(int celsius) implements TmReply {}

  /** Tags that wait in the module's memory. */
  record Found(int tags) implements TmReply {}

  record Memory(String dataHex) implements TmReply {}

  record Done(int opcode) implements TmReply {}

  record Garbled(String why) implements TmReply {}

  int STREAMED_TAG_HEAD = 6;
  int STREAMED_TEMPERATURE = 10;

  static TmReply parse(TmFrame frame) {
    if (frame.kind() == TmFrame.Kind.COMMAND) {
      return new Garbled("a command, not a response");
    }
    if (frame.status() == TmErrors.NO_TAG) {
      return new NoTag();
    }
    if (frame.status() != TmErrors.OK) {
      return new Refused(frame.opcode(), frame.status());
    }
    int length = frame.length();
    return switch (frame.opcode()) {
      case TmCommands.READ_MULTIPLE -> multiple(frame);
      case TmCommands.GET_BUFFER -> buffer(frame);
      case TmCommands.VERSION, TmCommands.BOOT ->
          length == 20 ? version(frame) : done(frame, length == 0);
      case TmCommands.PROGRAM ->
          length == 1 ? new Program((frame.at(0) & 3) == 1) : done(frame, false);
      case TmCommands.HARDWARE -> serial(frame);
      case TmCommands.GET_REGION -> length >= 1 ? new Region(frame.at(0)) : done(frame, false);
      case TmCommands.REGIONS -> new Regions(bytes(frame));
      case TmCommands.GET_READ_POWER, TmCommands.GET_WRITE_POWER -> power(frame);
      case TmCommands.GET_ANTENNA ->
          length % 2 == 1 && frame.at(0) == TmCommands.ANTENNAS_DETECTED
              ? new Antennas(flags(frame, 2))
              : done(frame, true);
      case TmCommands.GET_GPIO ->
          length % 3 == 1 && frame.at(0) == 1 ? new Lines(flags(frame, 3)) : done(frame, true);
      case TmCommands.TEMPERATURE ->
          length == 1 ? new Temperature((byte) frame.at(0)) : done(frame, false);
      case TmCommands.READ -> length >= 3 ? new Memory(frame.hex(3, length)) : done(frame, false);
      default -> done(frame, true);
    };
  }

  private static TmReply done(TmFrame frame, boolean plausible) {
    return plausible
        ? new Done(frame.opcode())
        : new Garbled(
            "%s is not answered with %d bytes"
                .formatted(TmCommands.name(frame.opcode()), frame.length()));
  }

  /** A count after an inventory, or what is streamed: a temperature or a tag. */
  private static TmReply multiple(TmFrame frame) {
    int length = frame.length();
    if (length == 7) {
      return new Found((frame.wordAt(3) << 16) | frame.wordAt(5));
    }
    if (length == 4) {
      return new Found(frame.at(3));
    }
    if (length == STREAMED_TEMPERATURE) {
      return new Temperature((byte) frame.at(length - 1));
    }
    if (length <= STREAMED_TEMPERATURE || (frame.at(0) & TmCommands.OPTION_METADATA) == 0) {
      return new Garbled("streamed frame of %d bytes".formatted(length));
    }
    ByteBuffer record =
        ByteBuffer.wrap(frame.data(), STREAMED_TAG_HEAD, length - STREAMED_TAG_HEAD);
    return switch (TmTag.read(frame.wordAt(3), record)) {
      case TmTag.Read.Tag(TmTag tag) ->
          record.hasRemaining()
              ? new Garbled("%d bytes behind the tag".formatted(record.remaining()))
              : new Tags(List.of(tag));
      case TmTag.Read.Wrong(String why) -> new Garbled(why);
    };
  }

  private static TmReply buffer(TmFrame frame) {
    if (frame.length() < 4) {
      return done(frame, false);
    }
    ByteBuffer records = ByteBuffer.wrap(frame.data(), 4, frame.length() - 4);
    List<TmTag> tags = new ArrayList<>();
    for (int i = frame.at(3); i > 0; i--) {
      switch (TmTag.read(frame.wordAt(0), records)) {
        case TmTag.Read.Tag(TmTag tag) -> tags.add(tag);
        case TmTag.Read.Wrong(String why) -> {
          return new Garbled(why);
        }
      }
    }
    return new Tags(List.copyOf(tags));
  }

  private static TmReply version(TmFrame frame) {
    return new Version(
        dotted(frame, 0),
        frame.hex(4, 8),
        dotted(frame, 8),
        dotted(frame, 12),
        ByteBuffer.wrap(frame.data()).getInt(16));
  }

  private static String dotted(TmFrame frame, int at) {
    return "%02X.%02X.%02X.%02X"
        .formatted(frame.at(at), frame.at(at + 1), frame.at(at + 2), frame.at(at + 3));
  }

  /** Three bytes that repeat the question, a length, ASCII. */
  private static TmReply serial(TmFrame frame) {
    byte[] data = frame.data();
    if (data.length < 4 || data.length < 4 + frame.at(3)) {
      return new Serial("");
    }
    String text = new String(data, 4, frame.at(3), StandardCharsets.US_ASCII).strip();
    boolean printable = text.chars().allMatch(one -> one >= 0x20 && one < 0x7F);
    return new Serial(printable ? text : frame.hex(4, 4 + frame.at(3)));
  }

  private static TmReply power(TmFrame frame) {
    ByteBuffer data = ByteBuffer.wrap(frame.data());
    return switch (frame.length()) {
      case 3 -> new Power(data.getShort(1));
      case 7 -> new PowerLimits(data.getShort(1), data.getShort(3), data.getShort(5));
      default -> done(frame, false);
    };
  }

  private static List<Integer> bytes(TmFrame frame) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < frame.length(); i++) {
      out.add(frame.at(i));
    }
    return List.copyOf(out);
  }

  /** After the option: groups that start with a number and end with a flag. */
  private static Map<Integer, Boolean> flags(TmFrame frame, int group) {
    Map<Integer, Boolean> out = new TreeMap<>();
    for (int at = 1; at + group <= frame.length(); at += group) {
      out.put(frame.at(at), frame.at(at + group - 1) == 1);
    }
    return out;
  }
}
