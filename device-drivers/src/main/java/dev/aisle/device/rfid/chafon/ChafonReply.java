package dev.aisle.device.rfid.chafon;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.chafon.ChafonModel.Family;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a reader says. Parsing never throws: a frame that makes no sense is {@link Garbled}. */
public sealed interface ChafonReply {

  /**
   * @param antenna counted from 1
   * @param rssi raw; its scale is not documented
   */
  record Tag(int antenna, String epcHex, OptionalInt rssi, Optional<String> tidHex) {}

  /** Part of the answer to an inventory; the last one unless more follows. */
  record Inventory(int status, List<Tag> tags) implements ChafonReply {
    public Inventory {
      tags = List.copyOf(tags);
    }

    boolean isLast() {
      return status != ChafonStatus.MORE_FOLLOWS;
    }
  }

  /**
   * After an inventory that asked for it.
   *
   * @param rate tags a second
   */
  record Statistics(int antenna, int rate, long total) implements ChafonReply {}

  /** A tag that a reader in active mode tells unasked. */
  record Active(Tag tag) implements ChafonReply {}

  /** No tag, says a reader in active mode, but it lives. */
  record Heartbeat(long number) implements ChafonReply {}

  /**
   * @param scanTime in 100 ms
   */
  record Info(
      int major,
      int minor,
      int type,
      Optional<ChafonModel> model,
      Optional<ChafonBand> band,
      int highByte,
      int lowByte,
      int powerDbm,
      int scanTime)
      implements ChafonReply {}

  /** A good answer. */
  record Done(int code, String dataHex) implements ChafonReply {}

  /**
   * @param code of the command; 0 when the reader did not understand it
   * @param tagCode what the tag itself said
   */
  record Refused(int code, int status, OptionalInt tagCode) implements ChafonReply {
    String meaning() {
      String what = ChafonStatus.meaning(status);
      return tagCode.isPresent() ? what + ": " + ChafonStatus.tagMeaning(tagCode.getAsInt()) : what;
    }

    Concern concern() {
      return tagCode.isPresent()
          ? ChafonStatus.tagConcern(tagCode.getAsInt())
          : ChafonStatus.concern(status);
    }
  }

  /** A frame with a right CRC whose contents contradict themselves. */
  record Garbled(String why) implements ChafonReply {}

  static ChafonReply parse(ChafonFrame frame, Family family) {
    if (frame.isCommand()) {
      return new Garbled("a command, not an answer");
    }
    int status = frame.at(0);
    if (frame.code() == ChafonCommands.INVENTORY) {
      return inventory(frame, family, status);
    }
    if (frame.code() == ChafonCommands.ACTIVE) {
      return active(frame, status);
    }
    if (status != ChafonStatus.OK) {
      return refused(frame, status);
    }
    return frame.code() == ChafonCommands.INFO
        ? info(frame)
        : new Done(frame.code(), frame.hex(1, frame.length()));
  }

  private static ChafonReply inventory(ChafonFrame frame, Family family, int status) {
    return switch (status) {
      case ChafonStatus.INVENTORY_DONE,
          ChafonStatus.INVENTORY_TIMEOUT,
          ChafonStatus.MORE_FOLLOWS,
          ChafonStatus.MEMORY_FULL ->
          tags(frame, family, status);
      case ChafonStatus.NO_TAG -> new Inventory(status, List.of());
      case ChafonStatus.STATISTICS -> statistics(frame);
      default -> refused(frame, status);
    };
  }

  /** UHFReader18: number, then length and EPC each. 288: antenna first, RSSI after each EPC. */
  private static ChafonReply tags(ChafonFrame frame, Family family, int status) {
    boolean of288 = family == Family.OF_288;
    int at = of288 ? 2 : 1;
    if (frame.length() <= at) {
      return frame.length() == 1
          ? new Inventory(status, List.of())
          : new Garbled("an inventory without a number of tags");
    }
    int antenna = of288 ? antenna(frame.at(1)) : 1;
    int number = frame.at(at);
    at++;
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int length = at < frame.length() ? frame.at(at) & 0x7F : Integer.MAX_VALUE / 2;
      int end = at + 1 + length;
      int rssi = of288 ? end : -1;
      if ((of288 ? end + 1 : end) > frame.length()) {
        return new Garbled("%d tags are said, and there are not so many".formatted(number));
      }
      boolean withTid = of288 && (frame.at(at) & 0x80) != 0;
      Optional<Tag> tag = tag(frame, at + 1, end, withTid, antenna, rssi);
      if (tag.isEmpty()) {
        return new Garbled("a tag of %d bytes".formatted(length));
      }
      tags.add(tag.get());
      at = of288 ? end + 1 : end;
    }
    return at == frame.length()
        ? new Inventory(status, tags)
        : new Garbled("%d bytes after the last tag".formatted(frame.length() - at));
  }

  /** With FastID the 12 bytes of the chip identity follow the EPC. */
  private static Optional<Tag> tag(
      ChafonFrame frame, int from, int to, boolean withTid, int antenna, int rssiAt) {
    int epcEnd = withTid ? to - 12 : to;
    if (epcEnd < from || (epcEnd - from) % 2 != 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Tag(
            antenna,
            frame.hex(from, epcEnd),
            rssiAt < 0 ? OptionalInt.empty() : OptionalInt.of(frame.at(rssiAt)),
            withTid ? Optional.of(frame.hex(epcEnd, to)) : Optional.empty()));
  }

  private static ChafonReply statistics(ChafonFrame frame) {
    if (frame.length() != 8) {
      return new Garbled("statistics of %d bytes".formatted(frame.length() - 1));
    }
    return new Statistics(
        antenna(frame.at(1)), frame.at(2) << 8 | frame.at(3), number(frame, 4, 8));
  }

  private static ChafonReply active(ChafonFrame frame, int status) {
    if (status == ChafonStatus.HEARTBEAT) {
      return new Heartbeat(frame.length() >= 5 ? number(frame, 1, 5) : 0);
    }
    if (status != ChafonStatus.OK) {
      return refused(frame, status);
    }
    int end = frame.length() - 1;
    if (frame.length() < 4 || frame.at(2) != end - 3) {
      return new Garbled("a tag whose length is not that of the frame");
    }
    Optional<Tag> tag = tag(frame, 3, end, false, antenna(frame.at(1)), end);
    return tag.isPresent() ? new Active(tag.get()) : new Garbled("half a word of EPC");
  }

  private static ChafonReply info(ChafonFrame frame) {
    if (frame.length() < 9) {
      return new Garbled("information of %d bytes".formatted(frame.length() - 1));
    }
    return new Info(
        frame.at(1),
        frame.at(2),
        frame.at(3),
        ChafonModel.ofType(frame.at(3)),
        ChafonBand.ofBytes(frame.at(5), frame.at(6)),
        frame.at(5),
        frame.at(6),
        frame.at(7),
        frame.at(8));
  }

  private static ChafonReply refused(ChafonFrame frame, int status) {
    boolean tagSpoke = status == ChafonStatus.TAG_ERROR && frame.length() > 1;
    return new Refused(
        frame.code(), status, tagSpoke ? OptionalInt.of(frame.at(1)) : OptionalInt.empty());
  }

  /** One bit for each antenna; of several the lowest. */
  private static int antenna(int bits) {
    return bits == 0 ? 1 : Integer.numberOfTrailingZeros(bits) + 1;
  }

  private static long number(ChafonFrame frame, int from, int to) {
    return Long.parseLong(Hex.of(frame.body(), from, to), 16);
  }
}
