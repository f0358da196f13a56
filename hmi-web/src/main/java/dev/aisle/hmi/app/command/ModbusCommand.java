package dev.aisle.hmi.app.command;

import dev.aisle.device.modbus.ModbusBench;
import dev.aisle.device.modbus.ModbusBench.Found;
import dev.aisle.device.modbus.ModbusBench.Reading;
import dev.aisle.device.modbus.ModbusBench.Table;
import dev.aisle.device.modbus.ModbusBench.Written;
import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.modbus.RegisterFormat;
import dev.aisle.device.serial.LineSettings;
import dev.aisle.device.serial.Parity;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code modbus read}, {@code modbus write} and {@code modbus scan}: a device on the bench, without
 * a site. One JSON line a value or unit.
 */
final class ModbusCommand {
  private static final String USAGE =
      """
      usage: aisle modbus read|write|scan --address HOST:PORT|SERIAL-PORT …
        the line   [--mode tcp|rtu|rtu-over-tcp] [--baud 9600] [--parity none|even|odd]
                   [--stop-bits 1|2] [--timeout-ms 1000]
        read       [--unit 1] [--table holding|input-register|coil|input] [--first 0] [--count 1]
                   [--type uint16|int16|uint32|int32|float32] [--words high-first|low-first]
        write      [--unit 1] [--table holding|coil] --first N [--type …] [--words …] VALUE …
                   one request, then reads back; exit code 1 when the device shows another value
        scan       [--from 1] [--to 247]    which units answer
      Addresses count from 0. Without --mode a path is rtu and HOST:PORT is tcp.
      """;

  private static final Set<String> OPTIONS =
      Set.of(
          "--address",
          "--mode",
          "--baud",
          "--parity",
          "--stop-bits",
          "--timeout-ms",
          "--unit",
          "--table",
          "--first",
          "--count",
          "--type",
          "--words",
          "--from",
          "--to");
  private static final int LAST_ADDRESS = 0xFFFF;
  private static final int MOST_BAUD = 4_000_000;

  private final PrintStream out;
  private final PrintStream err;
  private final JsonMapper json = JsonMapper.builder().build();

  ModbusCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(List<String> words) {
    Words options = new Words(words, OPTIONS, Set.of());
    if (options.rest().isEmpty()) {
      err.print(USAGE);
      return CommandLine.MISUSED;
    }
    String act = options.rest().getFirst();
    List<String> values = options.rest().subList(1, options.rest().size());
    if (!Set.of("read", "write", "scan").contains(act)) {
      throw new Misused("modbus knows: read, write, scan.");
    }
    if (!act.equals("write") && !values.isEmpty()) {
      throw new Misused("modbus %s takes no '%s'.".formatted(act, values.getFirst()));
    }
    ModbusSettings settings = settings(options);
    try (ModbusMaster line = ModbusMaster.to(settings)) {
      ModbusBench bench = new ModbusBench(line);
      return switch (act) {
        case "read" -> read(bench, options);
        case "write" -> write(bench, options, values);
        default -> scan(bench, options);
      };
    } catch (ModbusFailure e) {
      throw new CannotStart(String.valueOf(e.getMessage()) + ".", e);
    } catch (IllegalArgumentException e) {
      throw new Misused(sentence(e));
    }
  }

  private static ModbusSettings settings(Words options) {
    String address =
        options
            .text("--address")
            .orElseThrow(() -> new Misused("modbus needs --address HOST:PORT or a serial port."));
    boolean path = address.contains("/") || address.toUpperCase(Locale.ROOT).startsWith("COM");
    ModbusSettings.Mode mode =
        options
            .text("--mode")
            .map(text -> parsed(text, ModbusSettings.Mode::parse))
            .orElse(path ? ModbusSettings.Mode.RTU : ModbusSettings.Mode.TCP);
    Parity parity =
        options.text("--parity").map(text -> parsed(text, Parity::parse)).orElse(Parity.NONE);
    LineSettings line =
        new LineSettings(
            whole(options, "--baud", 1, MOST_BAUD, 9600),
            parity,
            whole(options, "--stop-bits", 1, 2, 1));
    Duration timeout = Duration.ofMillis(whole(options, "--timeout-ms", 1, 60_000, 1000));
    return parsed(address, text -> new ModbusSettings(mode, text, line, timeout));
  }

  private int read(ModbusBench bench, Words options) throws ModbusFailure {
    Table table = table(options);
    int first = whole(options, "--first", 0, LAST_ADDRESS, 0);
    int count = whole(options, "--count", 1, LAST_ADDRESS + 1, 1);
    for (Reading reading : bench.read(unit(options), table, first, count, format(options))) {
      print(line(reading));
    }
    return CommandLine.OK;
  }

  private int write(ModbusBench bench, Words options, List<String> written) throws ModbusFailure {
    if (options.text("--first").isEmpty()) {
      throw new Misused("modbus write needs --first.");
    }
    if (written.isEmpty()) {
      throw new Misused("modbus write needs at least one value.");
    }
    List<BigDecimal> values = written.stream().map(ModbusCommand::number).toList();
    int first = whole(options, "--first", 0, LAST_ADDRESS, 0);
    boolean all = true;
    for (Written each :
        bench.write(unit(options), table(options), first, values, format(options))) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("address", each.address());
      line.put("written", each.value());
      line.put("shows", each.shows().value().orElse(null));
      line.put("confirmed", each.confirmed());
      print(line);
      all &= each.confirmed();
    }
    return all ? CommandLine.OK : CommandLine.FAILED;
  }

  private int scan(ModbusBench bench, Words options) throws ModbusFailure {
    int from = whole(options, "--from", ModbusBench.FIRST_UNIT, ModbusBench.LAST_UNIT, 1);
    int to = whole(options, "--to", from, ModbusBench.LAST_UNIT, ModbusBench.LAST_UNIT);
    List<Found> found =
        bench.scan(
            from,
            to,
            unit -> {
              if (unit % 10 == 0 || unit == from) {
                err.printf("asking unit %d of %d to %d%n", unit, from, to);
              }
            });
    for (Found each : found) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("unit", each.unit());
      each.refusal().ifPresent(code -> line.put("exception", code));
      print(line);
    }
    if (found.isEmpty()) {
      err.println("No unit answers.");
    }
    return found.isEmpty() ? CommandLine.FAILED : CommandLine.OK;
  }

  private static Map<String, Object> line(Reading reading) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("address", reading.address());
    line.put("value", reading.value().orElse(null));
    if (!reading.words().isEmpty()) {
      StringBuilder hex = new StringBuilder();
      reading.words().forEach(word -> hex.append("%04X".formatted(word)));
      line.put("hex", hex.toString());
    }
    return line;
  }

  private static int unit(Words options) {
    return whole(options, "--unit", 0, 255, 1);
  }

  private static Table table(Words options) {
    return options.text("--table").map(text -> parsed(text, Table::parse)).orElse(Table.HOLDING);
  }

  private static RegisterFormat format(Words options) {
    RegisterFormat.Type type =
        options
            .text("--type")
            .map(text -> oneOf("--type", text, RegisterFormat.Type.values(), t -> word(t.name())))
            .orElse(RegisterFormat.Type.UINT16);
    RegisterFormat.WordOrder order =
        options
            .text("--words")
            .map(
                text ->
                    oneOf("--words", text, RegisterFormat.WordOrder.values(), o -> word(o.name())))
            .orElse(RegisterFormat.WordOrder.HIGH_FIRST);
    return new RegisterFormat(type, order, BigDecimal.ONE);
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> T oneOf(String option, String text, T[] all, Function<T, String> word) {
    for (T each : all) {
      if (word.apply(each).equals(text)) {
        return each;
      }
    }
    throw new Misused(
        "The option '%s' takes %s, not '%s'."
            .formatted(
                option, String.join(", ", java.util.Arrays.stream(all).map(word).toList()), text));
  }

  private static <T> T parsed(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new Misused(sentence(e));
    }
  }

  private static String sentence(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
  }

  private static BigDecimal number(String text) {
    try {
      return text.startsWith("0x")
          ? BigDecimal.valueOf(Long.parseLong(text.substring(2), 16))
          : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new Misused("'%s' is no number.".formatted(text));
    }
  }

  private static int whole(Words options, String option, int least, int most, int usual) {
    return options.number(option, least, most).map(Double::intValue).orElse(usual);
  }

  private void print(Map<String, Object> line) {
    out.println(json.writeValueAsString(line));
  }
}
