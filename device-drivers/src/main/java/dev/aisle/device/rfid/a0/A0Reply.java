package dev.aisle.device.rfid.a0;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.TagCrc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What one frame from a reader says. */
public sealed interface A0Reply {
  /**
   * @param frequencyIndex in the band of the reader, 0 to 63
   * @param antenna counted from 1
   * @param phaseRaw as firmware with phase gives it; its scale is not documented
   */
  record TagSeen(
      int frequencyIndex, int antenna, int pc, String epcHex, int rssiRaw, OptionalInt phaseRaw)
      implements A0Reply {}

  /** A round has ended by itself. */
  record RoundDone(OptionalInt antenna, long reads) implements A0Reply {}

  /** The next antenna has its turn; the round goes on. */
  record AntennaRefused(int antenna, int code) implements A0Reply {}

  record Done(int command) implements A0Reply {}

  record NoTag() implements A0Reply {}

  record Refused(int code) implements A0Reply {}

  record Version(int major, int minor) implements A0Reply {}

  /**
   * @param text empty when nobody has given the reader a name
   */
  record Identifier(String text) implements A0Reply {}

  /** The work antenna, counted from 1. */
  record Antenna(int antenna) implements A0Reply {}

  /** One for all antennas or four. */
  record Power(List<Integer> dbm) implements A0Reply {}

  record Band(A0Band band) implements A0Reply {}

  record Temperature(int celsius) implements A0Reply {}

  record ReturnLoss(int db) implements A0Reply {}

  /** Least return loss; 0 when antennas are not checked. */
  record Detector(int db) implements A0Reply {}

  record Profile(int code) implements A0Reply {}

  /** Lines 1 and 2. */
  record Inputs(boolean first, boolean second) implements A0Reply {}

  /** The EPC that access is limited to. */
  record Match(Optional<String> epcHex) implements A0Reply {}

  record BufferFilled(int antenna, int tags) implements A0Reply {}

  record BufferCount(int tags) implements A0Reply {}

  /**
   * @param of number of tags in the whole answer
   */
  record Buffered(int of, TagSeen tag, int times) implements A0Reply {}

  /**
   * @param of number of tags, each in a frame of its own
   */
  record Memory(int of, String epcHex, String dataHex, int antenna) implements A0Reply {}

  /** How writing, locking or killing of one tag ended. */
  record Accessed(int command, String epcHex, int code, int antenna) implements A0Reply {}

  record Garbled(String why) implements A0Reply {}

  static A0Reply parse(A0Frame frame) {
    int length = frame.length();
    if (!A0Shapes.possible(frame)) {
      return wrongLength(frame);
    }
    return switch (frame.command()) {
      case A0Commands.INVENTORY, A0Commands.SESSION_INVENTORY, A0Commands.FAST_SWITCH ->
          round(frame);
      case A0Commands.VERSION -> length == 2 ? new Version(frame.at(0), frame.at(1)) : one(frame);
      case A0Commands.GET_IDENTIFIER -> length == 12 ? identifier(frame) : one(frame);
      case A0Commands.GET_ANTENNA ->
          length == 1 && frame.at(0) < A0Commands.SLOTS ? new Antenna(frame.at(0) + 1) : one(frame);
      case A0Commands.GET_POWER -> power(frame);
      case A0Commands.GET_REGION -> A0Band.of(frame).<A0Reply>map(Band::new).orElse(one(frame));
      case A0Commands.TEMPERATURE -> length == 2 ? temperature(frame) : one(frame);
      case A0Commands.RETURN_LOSS ->
          length == 1 && frame.at(0) != A0Errors.RETURN_LOSS
              ? new ReturnLoss(frame.at(0))
              : one(frame);
      case A0Commands.GET_DETECTOR -> length == 1 ? new Detector(frame.at(0)) : one(frame);
      case A0Commands.GET_PROFILE ->
          length == 1 && frame.at(0) >= 0xD0 ? new Profile(frame.at(0)) : one(frame);
      case A0Commands.GET_GPIO ->
          length == 2 ? new Inputs(frame.at(0) == 1, frame.at(1) == 1) : one(frame);
      case A0Commands.GET_MATCH -> match(frame);
      case A0Commands.BUFFER_INVENTORY ->
          length == 9 ? new BufferFilled(frame.at(0) + 1, frame.wordAt(1)) : one(frame);
      case A0Commands.COUNT_BUFFER -> length == 2 ? new BufferCount(frame.wordAt(0)) : one(frame);
      case A0Commands.GET_BUFFER, A0Commands.TAKE_BUFFER ->
          length >= 10 ? buffered(frame) : one(frame);
      case A0Commands.READ -> length >= 10 ? memory(frame) : one(frame);
      case A0Commands.WRITE, A0Commands.BLOCK_WRITE, A0Commands.LOCK, A0Commands.KILL ->
          length >= 10 ? accessed(frame) : one(frame);
      default -> one(frame);
    };
  }

  private static A0Reply one(A0Frame frame) {
    if (frame.length() != 1) {
      return new Garbled(
          "command %02X is not answered with %d bytes".formatted(frame.command(), frame.length()));
    }
    return switch (frame.at(0)) {
      case A0Errors.OK -> new Done(frame.command());
      case A0Errors.NO_TAG, A0Errors.BUFFER_EMPTY -> new NoTag();
      default -> new Refused(frame.at(0));
    };
  }

  private static A0Reply round(A0Frame frame) {
    boolean fast = frame.command() == A0Commands.FAST_SWITCH;
    if (frame.length() == 7) {
      return fast
          ? new RoundDone(OptionalInt.empty(), (frame.at(0) << 16) | frame.wordAt(1))
          : new RoundDone(
              OptionalInt.of(frame.at(0) + 1), ((long) frame.wordAt(3) << 16) | frame.wordAt(5));
    }
    if (fast && frame.length() == 2) {
      return new AntennaRefused(frame.at(0) + 1, frame.at(1));
    }
    if (!A0Shapes.isTag(frame)) {
      return one(frame);
    }
    int epc = A0Shapes.epcBytes(frame);
    if (epc == 0) {
      return new Garbled("a tag without an EPC");
    }
    return new TagSeen(
        frame.at(0) >> 2,
        (frame.at(0) & 3) + 1,
        frame.wordAt(1),
        frame.hex(3, 3 + epc),
        frame.at(3 + epc),
        A0Shapes.hasPhase(frame) ? OptionalInt.of(frame.wordAt(4 + epc)) : OptionalInt.empty());
  }

  private static A0Reply identifier(A0Frame frame) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < frame.length(); i++) {
      int one = frame.at(i);
      if (one == 0xFF || one == 0) {
        break;
      }
      if (one < 0x20 || one > 0x7E) {
        return new Identifier(frame.hex(0, frame.length()));
      }
      text.append((char) one);
    }
    return new Identifier(text.toString().strip());
  }

  private static A0Reply power(A0Frame frame) {
    if (frame.length() != 1 && frame.length() != A0Commands.SLOTS) {
      return one(frame);
    }
    List<Integer> dbm = new ArrayList<>();
    for (int i = 0; i < frame.length(); i++) {
      dbm.add(frame.at(i));
    }
    return new Power(List.copyOf(dbm));
  }

  /**
   * The document says that a first byte of 01 means below zero; readers on the bench of two
   * independent drivers had it the other way round.
   */
  private static A0Reply temperature(A0Frame frame) {
    return new Temperature(frame.at(0) == 0 ? -frame.at(1) : frame.at(1));
  }

  private static A0Reply match(A0Frame frame) {
    if (frame.length() == 1 && frame.at(0) == 1) {
      return new Match(Optional.empty());
    }
    if (frame.length() > 2 && frame.at(0) == 0 && frame.at(1) == frame.length() - 2) {
      return new Match(Optional.of(frame.hex(2, frame.length())));
    }
    return one(frame);
  }

  private static A0Reply buffered(A0Frame frame) {
    int length = frame.at(2); // PC, EPC and CRC
    if (frame.length() != length + 6) {
      return wrongLength(frame);
    }
    Optional<String> epc = epcWithCrc(frame, length);
    if (epc.isEmpty()) {
      return new Garbled("CRC of the tag is wrong");
    }
    int after = 3 + length;
    int source = frame.at(after + 1);
    TagSeen tag =
        new TagSeen(
            source >> 2,
            (source & 3) + 1,
            frame.wordAt(3),
            epc.get(),
            frame.at(after),
            OptionalInt.empty());
    return new Buffered(frame.wordAt(0), tag, frame.at(after + 2));
  }

  private static A0Reply memory(A0Frame frame) {
    int length = frame.at(2); // PC, EPC, CRC and what was read
    int after = 3 + length;
    if (frame.length() != after + 3 || frame.at(after) > length - 4) {
      return wrongLength(frame);
    }
    int read = frame.at(after);
    Optional<String> epc = epcWithCrc(frame, length - read);
    if (epc.isEmpty()) {
      return new Garbled("CRC of the tag is wrong");
    }
    return new Memory(
        frame.wordAt(0), epc.get(), frame.hex(after - read, after), (frame.at(after + 1) & 3) + 1);
  }

  private static A0Reply accessed(A0Frame frame) {
    int length = frame.at(2); // PC, EPC and CRC
    int after = 3 + length;
    if (frame.length() != after + 3) {
      return wrongLength(frame);
    }
    Optional<String> epc = epcWithCrc(frame, length);
    if (epc.isEmpty()) {
      return new Garbled("CRC of the tag is wrong");
    }
    return new Accessed(frame.command(), epc.get(), frame.at(after), (frame.at(after + 1) & 3) + 1);
  }

  /** From the third data byte on: PC, EPC and the CRC that the tag sent. */
  private static Optional<String> epcWithCrc(A0Frame frame, int length) {
    if (length < 4 || 3 + length > frame.length()) {
      return Optional.empty();
    }
    byte[] tag = Arrays.copyOfRange(frame.data(), 3, 3 + length);
    int crc = ((tag[length - 2] & 0xFF) << 8) | (tag[length - 1] & 0xFF);
    return crc == TagCrc.of(tag, 0, length - 2)
        ? Optional.of(Hex.of(tag, 2, length - 2))
        : Optional.empty();
  }

  private static A0Reply wrongLength(A0Frame frame) {
    return new Garbled("unexpected contents for command %02X".formatted(frame.command()));
  }
}
