package dev.aisle.device.plc;

import dev.aisle.device.modbus.RegisterFormat;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one poll found. */
final class PlcImage {
  private final BitSet inputs = new BitSet();
  private final BitSet coils = new BitSet();
  private final Map<Integer, Integer> holding = new HashMap<>();
  private final Map<Integer, Integer> inputRegisters = new HashMap<>();

  void inputs(int first, BitSet read) {
    read.stream().forEach(bit -> inputs.set(first + bit));
  }

  void coils(int first, BitSet read) {
    read.stream().forEach(bit -> coils.set(first + bit));
  }

  void holding(int first, int[] read) {
    place(holding, first, read);
  }

  void inputRegisters(int first, int[] read) {
    place(inputRegisters, first, read);
  }

  private static void place(Map<Integer, Integer> into, int first, int[] read) {
    for (int i = 0; i < read.length; i++) {
      into.put(first + i, read[i]);
    }
  }

  /** The level of a point that is true or false. */
  boolean level(Point point) {
    boolean wire =
        switch (point.kind()) {
          case COIL -> coils.get(point.address());
          case INPUT -> inputs.get(point.address());
          case COUNTER -> false;
          case HOLDING -> bit(holding.getOrDefault(point.address(), 0), point);
          case INPUT_REGISTER -> bit(inputRegisters.getOrDefault(point.address(), 0), point);
        };
    return wire != point.inverted();
  }

  private static boolean bit(int word, Point point) {
    return point.bit().isPresent() ? ((word >> point.bit().getAsInt()) & 1) != 0 : word != 0;
  }

  /** The count of a counter or of a counted input. */
  long count(Point point) {
    return point.countFormat().bits(words(holding, countAt(point), point.countFormat()));
  }

  Optional<BigDecimal> number(Point point, RegisterFormat format) {
    Map<Integer, Integer> table = point.kind() == Point.Kind.HOLDING ? holding : inputRegisters;
    return format.read(words(table, point.address(), format));
  }

  int register(int address) {
    return holding.getOrDefault(address, 0);
  }

  static int countAt(Point point) {
    return point.counter().orElse(point.address());
  }

  private static int[] words(Map<Integer, Integer> table, int first, RegisterFormat format) {
    int[] words = new int[format.words()];
    Arrays.setAll(words, i -> table.getOrDefault(first + i, 0));
    return words;
  }
}
