package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.Hex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a module says. Parsing never throws: a frame that makes no sense is {@link Garbled}. */
public sealed interface BbReply {

  /** A tag was seen; {@code pc} is its protocol control word. */
  record TagSeen(int rssiDbm, int pc, String epcHex) implements BbReply {}

  /** A round without a tag. An answer, not a failure. */
  record NoTag() implements BbReply {}

  record ModuleInfo(BbCommands.Info part, String text) implements BbReply {}

  /** The module did what {@code command} asked. */
  record Done(int command) implements BbReply {}

  record Power(int centiDbm) implements BbReply {}

  record Region(int code) implements BbReply {}

  record Query(int query) implements BbReply {}

  record Channel(int index) implements BbReply {}

  /** Level of a line of the module. */
  record Pin(int pin, boolean high) implements BbReply {}

  /** Memory of the tag {@code epcHex}. */
  record Memory(String epcHex, String dataHex) implements BbReply {}

  /** Write, lock or kill succeeded on the tag {@code epcHex}. */
  record TagChanged(int command, String epcHex) implements BbReply {}

  /** The module refused; {@code epcHex} names the tag where one was involved. */
  record Refused(int code, String meaning, Optional<String> epcHex) implements BbReply {}

  /** An answer this driver has no words for. */
  record Other(BbFrame frame) implements BbReply {}

  /** A frame with a right checksum whose contents contradict themselves. */
  record Garbled(BbFrame frame, String why) implements BbReply {}

  /** Reads a response or a notice. */
  static BbReply parse(BbFrame frame) {
    return switch (frame.type()) {
      case NOTICE -> notice(frame);
      case RESPONSE -> response(frame);
      case COMMAND -> new Garbled(frame, "a command, not an answer");
    };
  }

  private static BbReply notice(BbFrame frame) {
    if (frame.command() != BbCommands.INVENTORY) {
      return new Other(frame);
    }
    byte[] p = frame.parameters();
    if (p.length < 5) {
      return new Garbled(frame, "tag notice of %d bytes".formatted(p.length));
    }
    int pc = ((p[1] & 0xFF) << 8) | (p[2] & 0xFF);
    int epcBytes = p.length - 5;
    if ((pc >> 11) * 2 != epcBytes) {
      return new Garbled(
          frame, "PC says %d EPC bytes, there are %d".formatted((pc >> 11) * 2, epcBytes));
    }
    int crc = ((p[p.length - 2] & 0xFF) << 8) | (p[p.length - 1] & 0xFF);
    if (crc != TagCrc.of(p, 1, p.length - 2)) {
      return new Garbled(frame, "CRC of the tag is wrong");
    }
    return new TagSeen(p[0], pc, Hex.of(p, 3, p.length - 2));
  }

  private static BbReply response(BbFrame frame) {
    byte[] p = frame.parameters();
    return switch (frame.command()) {
      case BbCommands.ERROR -> error(frame);
      case BbCommands.MODULE_INFO -> moduleInfo(frame);
      case BbCommands.READ -> memory(frame);
      case BbCommands.WRITE, BbCommands.LOCK, BbCommands.KILL -> changed(frame);
      case BbCommands.GET_POWER -> p.length == 2 ? new Power(word(p)) : wrongLength(frame);
      case BbCommands.GET_QUERY -> p.length == 2 ? new Query(word(p)) : wrongLength(frame);
      case BbCommands.GET_REGION -> p.length == 1 ? new Region(p[0] & 0xFF) : wrongLength(frame);
      case BbCommands.GET_CHANNEL -> p.length == 1 ? new Channel(p[0] & 0xFF) : wrongLength(frame);
      case BbCommands.GPIO -> gpio(frame);
      default -> p.length == 1 && p[0] == 0 ? new Done(frame.command()) : new Other(frame);
    };
  }

  private static BbReply moduleInfo(BbFrame frame) {
    byte[] p = frame.parameters();
    if (p.length == 0 || BbCommands.Info.ofCode(p[0]).isEmpty()) {
      return new Garbled(frame, "unknown part of the module information");
    }
    String text = new String(p, 1, p.length - 1, StandardCharsets.US_ASCII);
    return new ModuleInfo(BbCommands.Info.ofCode(p[0]).orElseThrow(), text.strip());
  }

  /** A question for a level is answered by operation, pin and level; all others by 00. */
  private static BbReply gpio(BbFrame frame) {
    byte[] p = frame.parameters();
    if (p.length == 1 && p[0] == 0) {
      return new Done(BbCommands.GPIO);
    }
    return p.length == 3 ? new Pin(p[1] & 0xFF, p[2] != 0) : wrongLength(frame);
  }

  private static BbReply memory(BbFrame frame) {
    byte[] p = frame.parameters();
    Optional<String> epc = echoedEpc(p, 0);
    if (epc.isEmpty()) {
      return wrongLength(frame);
    }
    return new Memory(epc.get(), Hex.of(p, 1 + (p[0] & 0xFF), p.length));
  }

  private static BbReply changed(BbFrame frame) {
    byte[] p = frame.parameters();
    Optional<String> epc = echoedEpc(p, 0);
    if (epc.isEmpty() || p.length != 2 + (p[0] & 0xFF) || p[p.length - 1] != 0) {
      return wrongLength(frame);
    }
    return new TagChanged(frame.command(), epc.get());
  }

  private static BbReply error(BbFrame frame) {
    byte[] p = frame.parameters();
    if (p.length == 0) {
      return wrongLength(frame);
    }
    int code = p[0] & 0xFF;
    if (code == BbErrors.NO_TAG) {
      return new NoTag();
    }
    return new Refused(code, BbErrors.meaning(code), echoedEpc(p, 1));
  }

  /** Length byte, PC (2 bytes) and EPC, as access answers repeat them. */
  private static Optional<String> echoedEpc(byte[] p, int at) {
    if (p.length <= at) {
      return Optional.empty();
    }
    int length = p[at] & 0xFF;
    if (length < 2 || at + 1 + length > p.length) {
      return Optional.empty();
    }
    return Optional.of(Hex.of(Arrays.copyOfRange(p, at + 3, at + 1 + length)));
  }

  private static BbReply wrongLength(BbFrame frame) {
    return new Garbled(frame, "unexpected contents for command %02X".formatted(frame.command()));
  }

  private static int word(byte[] p) {
    return ((p[0] & 0xFF) << 8) | (p[1] & 0xFF);
  }
}
