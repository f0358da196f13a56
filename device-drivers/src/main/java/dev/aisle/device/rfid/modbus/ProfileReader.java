package dev.aisle.device.rfid.modbus;

import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.rfid.modbus.HeadProfile.Answers;
import dev.aisle.device.rfid.modbus.HeadProfile.Block;
import dev.aisle.device.rfid.modbus.HeadProfile.CommandByAddress;
import dev.aisle.device.rfid.modbus.HeadProfile.Handshake;
import dev.aisle.device.rfid.modbus.HeadProfile.Line;
import dev.aisle.device.rfid.modbus.HeadProfile.Polling;
import dev.aisle.device.rfid.modbus.HeadProfile.Presence;
import dev.aisle.device.rfid.modbus.HeadProfile.ProcessImage;
import dev.aisle.device.rfid.modbus.HeadProfile.Release;
import dev.aisle.device.rfid.modbus.HeadProfile.Setting;
import dev.aisle.device.rfid.modbus.HeadProfile.Signal;
import dev.aisle.device.rfid.modbus.HeadProfile.Table;
import dev.aisle.device.rfid.modbus.HeadProfile.Telegrams;
import dev.aisle.device.rfid.modbus.HeadProfile.UidWrite;
import dev.aisle.device.rfid.modbus.HeadProfile.ValueRegisters;
import dev.aisle.device.serial.LineSettings;
import dev.aisle.device.serial.Parity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns the parts of a profile into a {@link HeadProfile} and notes what is wrong on the way. */
final class ProfileReader {
  private static final Block NO_BLOCK = new Block(Table.HOLDING, 0, 1);
  private static final int MOST_MS = 60_000;
  private static final int LAST_BIT = 15;

  private final ProfilePart root;

  ProfileReader(ProfilePart root) {
    this.root = root;
  }

  HeadProfile read() {
    String name = root.text("profile", "my-head");
    String title = root.text("title", "My head (RS485)");
    Line line = root.part("line", "{mode: rtu, baud: 9600, unit: 2}", ProfileReader::line);
    Polling polling =
        root.part(
            "poll",
            "{every_ms: 100, present_after: 2, absent_after: 3}",
            part ->
                new Polling(
                    Duration.ofMillis(part.number("every_ms", 10, MOST_MS, 100)),
                    part.number("present_after", 1, 100, 2),
                    part.number("absent_after", 1, 1000, 3)));
    Answers answers =
        root.part(
                "answers",
                part ->
                    new Answers(
                        part.byNumber("exceptions", 255, ProfileReader::meaning),
                        part.byNumber("codes", 0xFFFF, ProfileReader::meaning)))
            .orElse(new Answers(Map.of(), Map.of()));
    List<Setting> force = new ArrayList<>();
    root.byNumber("force", 0xFFFF, ProfileReader::registerValue)
        .forEach((register, value) -> force.add(new Setting(register, value)));
    OptionalInt powerUp = root.register("power_up");
    return new HeadProfile(name, title, line, polling, handshake(), force, powerUp, answers);
  }

  private static Line line(ProfilePart part) {
    ModbusSettings.Mode mode =
        part.parsed("mode", ModbusSettings.Mode.TCP, ModbusSettings.Mode::parse);
    int port = part.number("port", 1, 65_535).orElse(502);
    int baud = part.number("baud", 1200, 921_600).orElse(9600);
    Parity parity = part.parsed("parity", Parity.NONE, Parity::parse);
    int stopBits = part.number("stop_bits", 1, 2).orElse(1);
    int unit = part.number("unit", 1, 255, 1);
    Duration timeout = Duration.ofMillis(part.number("timeout_ms", 10, MOST_MS).orElse(1000));
    return new Line(mode, port, new LineSettings(baud, parity, stopBits), unit, timeout);
  }

  private Handshake handshake() {
    String style = root.text("handshake", "value-registers");
    return switch (style) {
      case "poll-and-acknowledge", "value-registers" ->
          values(style.equals("poll-and-acknowledge"));
      case "command-by-address" -> byAddress();
      case "process-image" -> image();
      case "telegrams" -> telegrams();
      default -> {
        if (!style.isEmpty()) {
          root.fault(
              "handshake",
              "'%s' is none of poll-and-acknowledge, value-registers, command-by-address,"
                      .formatted(style)
                  + " process-image, telegrams");
        }
        yield new CommandByAddress(
            NO_BLOCK, TagUidFormat.plain(1), Optional.empty(), Optional.empty(), Optional.empty());
      }
    };
  }

  private ValueRegisters values(boolean acknowledged) {
    Block read = root.part("read", "{table: holding, first: 4, words: 6}", ProfileReader::block);
    int[] place = {read.first()};
    OptionalInt[] length = {OptionalInt.empty()};
    TagUidFormat uid =
        root.part(
            "uid",
            "{first: 6, words: 4}",
            part -> {
              place[0] = part.register("first", read.first());
              length[0] = part.register("length");
              return uid(part);
            });
    OptionalInt counter = root.register("counter");
    Optional<Signal> signal = root.part("signal", ProfileReader::signal);
    Map<Integer, Meaning> conditions = new LinkedHashMap<>();
    OptionalInt[] status = {OptionalInt.empty()};
    root.part(
        "status",
        part -> {
          status[0] = OptionalInt.of(part.register("register", read.first()));
          conditions.putAll(part.byNumber("bits", LAST_BIT, ProfileReader::meaning));
          return true;
        });
    Presence presence = presence();
    Optional<Release> release = root.part("release", ProfileReader::release);
    if (acknowledged && release.isEmpty()) {
      root.fault("handshake", "poll-and-acknowledge needs 'release', such as {register: 1000}");
    }
    within(read, "uid", place[0], uid.words());
    length[0].ifPresent(register -> within(read, "uid", register, 1));
    counter.ifPresent(register -> within(read, "counter", register, 1));
    signal.ifPresent(s -> within(read, "signal", s.register(), 1));
    status[0].ifPresent(register -> within(read, "status", register, 1));
    registerOf(presence).ifPresent(register -> within(read, "presence", register, 1));
    Optional<UidWrite> uidWrite = root.part("write_uid", ProfileReader::uidWrite);
    return new ValueRegisters(
        read,
        presence,
        place[0],
        uid,
        length[0],
        signal,
        counter,
        release,
        status[0],
        conditions,
        uidWrite);
  }

  private void within(Block read, String key, int register, int words) {
    if (!read.has(register) || !read.has(register + words - 1)) {
      root.fault(
          key,
          "register %d is not among the %d that are read from %d on"
              .formatted(
                  read.has(register) ? register + words - 1 : register,
                  read.words(),
                  read.first()));
    }
  }

  private static OptionalInt registerOf(Presence presence) {
    return switch (presence) {
      case Presence.InRegister in -> OptionalInt.of(in.register());
      case Presence.InBit in -> OptionalInt.of(in.register());
      case Presence.InCounter in -> OptionalInt.of(in.register());
      case Presence.InCoil in -> OptionalInt.empty();
      case Presence.InUid in -> OptionalInt.empty();
    };
  }

  private Presence presence() {
    if (root.says("presence", "uid")) {
      return new Presence.InUid();
    }
    return root.part(
        "presence",
        "uid, {register: 4}, {register: 4, bit: 0}, {coil: 16} or {counter: 5}",
        part -> {
          if (part.has("coil")) {
            return new Presence.InCoil(Table.COIL, part.register("coil", 0));
          }
          if (part.has("input")) {
            return new Presence.InCoil(Table.INPUT, part.register("input", 0));
          }
          if (part.has("counter")) {
            return new Presence.InCounter(part.register("counter", 0));
          }
          int register = part.register("register", 0);
          OptionalInt bit = part.number("bit", 0, LAST_BIT);
          OptionalInt present = part.number("present", 0, 0xFFFF);
          return bit.isPresent()
              ? new Presence.InBit(register, bit.getAsInt())
              : new Presence.InRegister(register, present);
        });
  }

  private static Release release(ProfilePart part) {
    return part.has("coil")
        ? new Release(Table.COIL, part.register("coil", 0))
        : new Release(Table.HOLDING, part.register("register", 0));
  }

  private static UidWrite uidWrite(ProfilePart part) {
    int first = part.register("first", 10);
    int words = part.number("words", 1, 62, 4);
    OptionalInt control = part.register("control");
    if (control.isEmpty()) {
      return new UidWrite(first, words, control, 0, 0, 0);
    }
    return new UidWrite(
        first,
        words,
        control,
        part.number("start_bit", 0, LAST_BIT, 2),
        part.number("done_bit", 0, LAST_BIT, 3),
        part.number("failed_bit", 0, LAST_BIT, 4));
  }

  private CommandByAddress byAddress() {
    Block identify =
        root.part("identify", "{table: holding, first: 0xA000, words: 4}", ProfileReader::block);
    TagUidFormat uid = root.part("uid", "{words: 4}", ProfileReader::uid);
    if (uid.words() > identify.words()) {
      root.fault("uid", "takes more words than 'identify' reads");
    }
    Optional<Block> memory =
        root.part(
            "memory",
            part -> {
              int first = part.register("first", 0);
              int last = part.register("last", first);
              if (last < first) {
                part.fault("last", "is before the first");
              }
              return new Block(Table.HOLDING, first, last - first + 1);
            });
    return new CommandByAddress(
        identify,
        uid,
        memory,
        root.part("signal", ProfileReader::signal),
        root.part("last_error", ProfileReader::block));
  }

  private ProcessImage image() {
    TagUidFormat uid = root.part("uid", "{words: 4}", ProfileReader::uid);
    return root.part(
        "image", "{inputs: 0x0000, outputs: 0x0800, …}", part -> new ImageReader(part).read(uid));
  }

  private Telegrams telegrams() {
    return root.part(
        "telegrams",
        "{stride: 1000, window_words: 36, commands: {identify: 0x1D}}",
        part -> {
          int[] identify = {0x1D};
          OptionalInt[] other = {OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()};
          part.part(
              "commands",
              "{identify: 0x1D}",
              commands -> {
                identify[0] = commands.number("identify", 1, 255, 0x1D);
                other[0] = commands.number("tag_type", 1, 255);
                other[1] = commands.number("read", 1, 255);
                other[2] = commands.number("write", 1, 255);
                return true;
              });
          Optional<String> tagType = part.text("tag_type");
          if (tagType.isPresent() && tagType.get().length() != 2) {
            part.fault("tag_type", "has two characters, such as '03'");
          }
          return new Telegrams(
              part.number("stride", 1, 0xFFFF, 1000),
              part.number("window_words", 5, ModbusMaster.MOST_REGISTERS, 36),
              other[0],
              tagType,
              identify[0],
              other[1],
              other[2],
              part.number("word_bytes", 1, 16).orElse(2),
              Duration.ofMillis(part.number("patience_ms", 10, MOST_MS).orElse(1000)));
        });
  }

  static TagUidFormat uid(ProfilePart part) {
    return new TagUidFormat(
        part.number("words", 1, ModbusMaster.MOST_REGISTERS, 4),
        lowFirst(part),
        part.word("order", ordered("first-first", false, "last-first", true)),
        part.word("form", ordered("plain", TagUidFormat.Form.PLAIN, "pc", TagUidFormat.Form.PC)),
        part.flag("trim_zeros"));
  }

  static boolean lowFirst(ProfilePart part) {
    return part.word("bytes", ordered("high-first", false, "low-first", true));
  }

  static Block block(ProfilePart part) {
    Table table =
        part.word("table", ordered("holding", Table.HOLDING, "input", Table.INPUT_REGISTER));
    int first = part.register("first", 0);
    int words = part.number("words", 1, ModbusMaster.MOST_REGISTERS, 4);
    if (first + words > 0x10000) {
      part.fault("words", "end behind register 65535");
    }
    return new Block(table, first, words);
  }

  private static Signal signal(ProfilePart part) {
    return new Signal(
        part.register("register", 0), part.word("kind", ordered("dbm", true, "raw", false)));
  }

  static Meaning meaning(String word) {
    return Meaning.of(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is none of %s"
                        .formatted(
                            word,
                            String.join(
                                ", ",
                                java.util.Arrays.stream(Meaning.values())
                                    .map(Meaning::word)
                                    .toList()))));
  }

  private static Integer registerValue(String text) {
    OptionalInt number = ProfilePart.number(text);
    if (number.isEmpty() || number.getAsInt() < 0 || number.getAsInt() > 0xFFFF) {
      throw new IllegalArgumentException("'%s' is no number from 0 to 65535".formatted(text));
    }
    return number.getAsInt();
  }

  private static <T> Map<String, T> ordered(String a, T first, String b, T second) {
    Map<String, T> words = new LinkedHashMap<>();
    words.put(a, first);
    words.put(b, second);
    return words;
  }
}
