package dev.aisle.hmi.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.sim.modbus.DataUnits;
import dev.aisle.sim.modbus.ModbusUnit;
import dev.aisle.sim.modbus.RtuBus;
import dev.aisle.sim.modbus.TcpSlaves;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModbusCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Memory memory = new Memory();

  @Test
  void valuesOfEveryTypeAreReadAsJsonLines() throws Exception {
    try (TcpSlaves slaves = slaves()) {
      memory.registers[4] = 0xFFC4;
      memory.registers[10] = 0x4148;
      assertThat(run(slaves, "read", "--first", "4", "--count", "2", "--type", "int16")).isZero();
      assertThat(lines())
          .containsExactly(
              "{\"address\":4,\"value\":-60,\"hex\":\"FFC4\"}",
              "{\"address\":5,\"value\":0,\"hex\":\"0000\"}");
      assertThat(run(slaves, "read", "--first", "10", "--type", "float32")).isZero();
      assertThat(lines()).containsExactly("{\"address\":10,\"value\":12.5,\"hex\":\"41480000\"}");
      assertThat(run(slaves, "read", "--table", "coil", "--count", "150")).isZero();
      assertThat(lines()).hasSize(150);
    }
  }

  @Test
  void aValueIsWrittenAndProved() throws Exception {
    try (TcpSlaves slaves = slaves()) {
      assertThat(
              run(
                  slaves,
                  "write",
                  "--first",
                  "6",
                  "--type",
                  "uint32",
                  "--words",
                  "low-first",
                  "65538"))
          .isZero();
      assertThat(memory.registers[6]).isEqualTo(2);
      assertThat(memory.registers[7]).isEqualTo(1);
      assertThat(lines())
          .containsExactly("{\"address\":6,\"written\":65538,\"shows\":65538,\"confirmed\":true}");
      assertThat(run(slaves, "write", "--table", "coil", "--first", "3", "1", "0", "1")).isZero();
      assertThat(memory.coils).containsSubsequence(false, true, false, true);
      memory.deaf = true;
      lines();
      assertThat(run(slaves, "write", "--first", "6", "9")).isEqualTo(1);
      assertThat(lines().getFirst()).contains("\"shows\":2,\"confirmed\":false");
    }
  }

  @Test
  void aScanFindsTheUnitsOfASerialLine(@TempDir Path folder) {
    Path port = folder.resolve("rs485");
    DataUnits units = new DataUnits(Map.of(2, memory, 5, new ModbusUnit() {}));
    try (RtuBus bus = RtuBus.onSerialLine(port, 19_200, units, 1)) {
      Awaitility.await().until(() -> Files.exists(port));
      int code =
          run(
              "modbus",
              "scan",
              "--address",
              bus.address(),
              "--baud",
              "19200",
              "--to",
              "6",
              "--timeout-ms",
              "100");
      assertThat(code).isZero();
      assertThat(lines()).containsExactly("{\"unit\":2}", "{\"unit\":5,\"exception\":2}");
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("asking unit 1 of 1 to 6");
    }
  }

  @Test
  void aDeviceThatIsNotThereOrRefusesIsAFailure() throws Exception {
    try (TcpSlaves slaves = slaves()) {
      assertThat(run(slaves, "read", "--first", "5000")).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("no such address");
    }
    int nobody;
    try (ServerSocket passing = new ServerSocket(0)) {
      nobody = passing.getLocalPort();
    }
    assertThat(run("modbus", "read", "--address", "127.0.0.1:" + nobody)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be reached");
  }

  @ParameterizedTest(name = "aisle modbus {0}")
  @CsvSource({
    "'', usage",
    "poll --address h:1, 'knows: read, write, scan'",
    "read, --address",
    "read --address h:1 --mode ascii, rtu-over-tcp",
    "read --address h:1 --parity mark, even",
    "read --address h:1 --table relay, input-register",
    "read --address h:1 --type text, float32",
    "read --address h:1 7, takes no",
    "write --address h:1 --first 1, at least one value",
    "write --address h:1 5, --first",
    "write --address h:1 --first 1 five, no number",
    "write --address h:1 --first 1 70000, does not fit",
    "write --address h:1 --first 1 --table input 1, cannot be written",
    "scan --address h:1 --to 248, --to"
  })
  void whatMakesNoSenseIsMisuse(String words, String said) {
    List<String> all = new ArrayList<>(List.of("modbus"));
    if (!words.isEmpty()) {
      all.addAll(List.of(words.split(" ")));
    }
    assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(said);
  }

  private TcpSlaves slaves() throws Exception {
    return new TcpSlaves(0, new DataUnits(Map.of(1, memory)));
  }

  private int run(TcpSlaves slaves, String act, String... more) {
    List<String> all = new ArrayList<>(List.of("modbus", act, "--address", slaves.address()));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private int run(String... words) {
    return new CommandLine(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(words));
  }

  /** What was printed since the last call. */
  private List<String> lines() {
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    out.reset();
    return lines;
  }

  /** A unit with plain memory. */
  private static final class Memory implements ModbusUnit {
    final int[] registers = new int[200];
    final boolean[] coils = new boolean[200];
    volatile boolean deaf;

    @Override
    public int[] registers(int first, int count) throws Refusal {
      if (first + count > registers.length) {
        throw new Refusal(2);
      }
      return java.util.Arrays.copyOfRange(registers, first, first + count);
    }

    @Override
    public void writeRegisters(int first, int[] values) {
      if (!deaf) {
        System.arraycopy(values, 0, registers, first, values.length);
      }
    }

    @Override
    public boolean[] coils(int first, int count) {
      return java.util.Arrays.copyOfRange(coils, first, first + count);
    }

    @Override
    public void writeCoils(int first, boolean[] values) {
      System.arraycopy(values, 0, coils, first, values.length);
    }
  }
}
