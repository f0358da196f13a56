package dev.aisle.device.rfid.modbus;

import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.rfid.modbus.HeadProfile.ProcessImage;
import dev.aisle.device.rfid.modbus.HeadProfile.Table;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Reads {@code image:} of a profile. */
final class ImageReader {
  private static final int MOST_OFFSET = ModbusMaster.MOST_REGISTERS;
  private static final int LAST_BIT = 15;

  private final ProfilePart part;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Integer, Meaning> conditions = new LinkedHashMap<>();

  ImageReader(ProfilePart part) {
    this.part = part;
  }

  ProcessImage read(TagUidFormat uid) {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put("holding", Table.HOLDING);
    tables.put("input", Table.INPUT_REGISTER);
    part.part(
        "response",
        "{word: 0, busy_bit: 15, error_bit: 14}",
        response -> {
          numbers.put("response", response.number("word", 0, MOST_OFFSET, 0));
          numbers.put("busy", response.number("busy_bit", 0, LAST_BIT, LAST_BIT));
          numbers.put("failed", response.number("error_bit", 0, LAST_BIT, 14));
          return true;
        });
    part.part(
        "status",
        "{word: 2, present_bit: 0}",
        status -> {
          numbers.put("status", status.number("word", 0, MOST_OFFSET, 2));
          numbers.put("present", status.number("present_bit", 0, LAST_BIT, 0));
          conditions.putAll(status.byNumber("bits", LAST_BIT, ProfileReader::meaning));
          return true;
        });
    boolean lowFirst =
        part.part(
            "read_data",
            "{word: 12, words: 64, bytes: low-first}",
            data -> {
              numbers.put("data", data.number("word", 0, MOST_OFFSET, 12));
              numbers.put("words", data.number("words", 1, 64, 64));
              return ProfileReader.lowFirst(data);
            });
    OptionalInt[] access = {OptionalInt.empty(), OptionalInt.empty()};
    part.part(
        "commands",
        "{identify: 0x0001}",
        commands -> {
          numbers.put("identify", commands.number("identify", 1, 0x3FFF, 1));
          access[0] = commands.number("read", 1, 0x3FFF);
          access[1] = commands.number("write", 1, 0x3FFF);
          return true;
        });
    if (number("data") + number("words") > ModbusMaster.MOST_REGISTERS) {
      part.fault("read_data", "does not fit into one request");
    }
    return new ProcessImage(
        part.word("table", tables),
        part.register("inputs", 0),
        part.register("outputs", 0x0800),
        part.number("stride", 0, 0xFFFF).orElse(0),
        number("response"),
        number("busy"),
        number("failed"),
        number("status"),
        number("present"),
        conditions,
        part.number("length", 0, MOST_OFFSET, 3),
        part.number("error", 0, MOST_OFFSET, 4),
        part.number("counter", 0, MOST_OFFSET, 5),
        number("data"),
        number("words"),
        lowFirst,
        part.number("command", 0, MOST_OFFSET, 0),
        part.number("start", 0, MOST_OFFSET, 2),
        part.number("write_length", 0, MOST_OFFSET, 4),
        part.number("write_data", 0, MOST_OFFSET, 12),
        number("identify"),
        access[0],
        access[1],
        uid,
        Duration.ofMillis(part.number("patience_ms", 10, 60_000).orElse(1000)));
  }

  private int number(String what) {
    return numbers.getOrDefault(what, 0);
  }
}
