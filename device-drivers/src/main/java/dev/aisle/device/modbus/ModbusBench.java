package dev.aisle.device.modbus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** What a technician does with a device on the bench: look, set and prove, find who is there. */
public final class ModbusBench {
  public static final int FIRST_UNIT = 1;
  public static final int LAST_UNIT = 247;

  private final ModbusMaster line;

  public ModbusBench(ModbusMaster line) {
    this.line = line;
  }

  /** Where values lie. */
  public enum Table {
    COIL("coil"),
    INPUT("input"),
    HOLDING("holding"),
    INPUT_REGISTER("input-register");

    private final String word;

    Table(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public boolean bits() {
      return this == COIL || this == INPUT;
    }

    /**
     * @throws IllegalArgumentException with a sentence for whoever wrote it
     */
    public static Table parse(String written) {
      for (Table table : values()) {
        if (table.word.equals(written)) {
          return table;
        }
      }
      throw new IllegalArgumentException(
          "'%s' is no table; write coil, input, holding or input-register".formatted(written));
    }
  }

  /**
   * One value that was read; a bit is 0 or 1.
   *
   * @param value empty for a float that is no number
   * @param words the registers it lies in; empty for a bit
   */
  public record Reading(int address, Optional<BigDecimal> value, List<Integer> words) {
    public Reading {
      words = List.copyOf(words);
    }
  }

  /**
   * What came of writing a value.
   *
   * @param confirmed the device shows it when asked again
   * @param shows what it shows
   */
  public record Written(int address, BigDecimal value, boolean confirmed, Reading shows) {}

  /**
   * A unit that answers.
   *
   * @param refusal exception code it answered with; that too is an answer
   */
  public record Found(int unit, Optional<Integer> refusal) {}

  /** Reads so many values one after another, in as many requests as it takes. */
  public List<Reading> read(int unit, Table table, int first, int count, RegisterFormat format)
      throws ModbusFailure {
    int words = table.bits() ? 1 : format.words();
    if (count < 1 || first < 0 || first + (long) count * words > 0x10000) {
      throw new IllegalArgumentException("there are 65536 addresses, from 0 on");
    }
    List<Reading> all = new ArrayList<>();
    int most = (table.bits() ? ModbusMaster.MOST_BITS : ModbusMaster.MOST_REGISTERS) / words;
    for (int done = 0; done < count; done += most) {
      int now = Math.min(most, count - done);
      int at = first + done * words;
      if (table.bits()) {
        bits(unit, table, at, now, all);
      } else {
        registers(unit, table, at, now, format, all);
      }
    }
    return all;
  }

  private void bits(int unit, Table table, int at, int count, List<Reading> into)
      throws ModbusFailure {
    BitSet bits =
        table == Table.COIL ? line.readCoils(unit, at, count) : line.readInputs(unit, at, count);
    for (int i = 0; i < count; i++) {
      into.add(
          new Reading(
              at + i, Optional.of(bits.get(i) ? BigDecimal.ONE : BigDecimal.ZERO), List.of()));
    }
  }

  private void registers(
      int unit, Table table, int at, int count, RegisterFormat format, List<Reading> into)
      throws ModbusFailure {
    int words = format.words();
    int[] read =
        table == Table.HOLDING
            ? line.readHolding(unit, at, count * words)
            : line.readInputRegisters(unit, at, count * words);
    for (int i = 0; i < count; i++) {
      int[] own = java.util.Arrays.copyOfRange(read, i * words, (i + 1) * words);
      into.add(
          new Reading(
              at + i * words, format.read(own), java.util.Arrays.stream(own).boxed().toList()));
    }
  }

  /**
   * Writes values one after another in one request, and reads back what the device then shows.
   *
   * @throws IllegalArgumentException when a value does not fit, or the table cannot be written
   */
  public List<Written> write(
      int unit, Table table, int first, List<BigDecimal> values, RegisterFormat format)
      throws ModbusFailure {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to write");
    }
    switch (table) {
      case COIL -> writeCoils(unit, first, values);
      case HOLDING -> writeRegisters(unit, first, values, format);
      case INPUT, INPUT_REGISTER ->
          throw new IllegalArgumentException("%s cannot be written".formatted(table.word()));
    }
    List<Reading> shown = read(unit, table, first, values.size(), format);
    List<Written> all = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Reading shows = shown.get(i);
      boolean same =
          table == Table.COIL
              ? shows.value().orElseThrow().compareTo(values.get(i)) == 0
              : shows.words().equals(words(values.get(i), format));
      all.add(new Written(shows.address(), values.get(i), same, shows));
    }
    return all;
  }

  private void writeCoils(int unit, int first, List<BigDecimal> values) throws ModbusFailure {
    BitSet bits = new BitSet();
    for (int i = 0; i < values.size(); i++) {
      BigDecimal value = values.get(i);
      if (value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0) {
        throw new IllegalArgumentException("a coil is 0 or 1, not %s".formatted(value));
      }
      bits.set(i, value.signum() != 0);
    }
    if (values.size() == 1) {
      line.writeCoil(unit, first, bits.get(0));
    } else {
      line.writeCoils(unit, first, bits, values.size());
    }
  }

  private void writeRegisters(int unit, int first, List<BigDecimal> values, RegisterFormat format)
      throws ModbusFailure {
    int[] registers =
        values.stream()
            .flatMap(value -> words(value, format).stream())
            .mapToInt(Integer::intValue)
            .toArray();
    if (registers.length == 1) {
      line.writeRegister(unit, first, registers[0]);
    } else {
      line.writeRegisters(unit, first, registers);
    }
  }

  private static List<Integer> words(BigDecimal value, RegisterFormat format) {
    int[] words =
        format
            .write(value)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s does not fit into %s".formatted(value, format.type())));
    return java.util.Arrays.stream(words).boxed().toList();
  }

  /**
   * Asks every unit once for its first register. A gateway's word that nobody is there counts as
   * silence.
   *
   * @param progress told the unit before it is asked
   * @throws ModbusFailure when the line itself cannot be used
   */
  public List<Found> scan(int from, int to, IntConsumer progress) throws ModbusFailure {
    if (from < FIRST_UNIT || to > LAST_UNIT || from > to) {
      throw new IllegalArgumentException("units go from 1 to 247");
    }
    List<Found> found = new ArrayList<>();
    for (int unit = from; unit <= to; unit++) {
      progress.accept(unit);
      ask(unit).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Found> ask(int unit) throws ModbusFailure {
    try {
      line.readHolding(unit, 0, 1);
      return Optional.of(new Found(unit, Optional.empty()));
    } catch (ModbusFailure.Refused e) {
      boolean gateway =
          e.code() == ModbusFailure.Refused.NO_PATH || e.code() == ModbusFailure.Refused.NOBODY;
      return gateway ? Optional.empty() : Optional.of(new Found(unit, Optional.of(e.code())));
    } catch (ModbusFailure.NoAnswer e) {
      return Optional.empty();
    }
  }
}
