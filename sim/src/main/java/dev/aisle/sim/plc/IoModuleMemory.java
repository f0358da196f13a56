package dev.aisle.sim.plc;

import java.util.BitSet;

/** Inputs, outputs and registers of an I/O module, and its watch of the line. Thread-safe. */
final class IoModuleMemory implements Registers {
  private static final int FIRST_OUTPUT = 16;
  private static final int HEARTBEAT = 99;
  private static final int NAME = 210;
  private static final int SAFETY_ENABLED = 214;
  private static final int SAFETY_OCCURRED = 215;
  private static final int INPUT_WORD = 300;
  private static final int OUTPUT_WORD = 302;
  private static final int REGISTERS = 400;

  private final IoModuleSpec spec;
  private final BitSet inputs = new BitSet();
  private final BitSet outputs = new BitSet();
  private final long[] counters = new long[IoModuleSpec.TERMINALS];
  private final int[] rises = new int[IoModuleSpec.TERMINALS];
  private int heartbeat;
  private boolean tripped;
  private boolean alive;
  private long lifeSignNanos;

  IoModuleMemory(IoModuleSpec spec) {
    this.spec = spec;
  }

  synchronized void sense(int terminal, boolean on) {
    if (on && !inputs.get(terminal)) {
      counters[terminal] = (counters[terminal] + 1) & 0xFFFF_FFFFL;
    }
    inputs.set(terminal, on);
  }

  synchronized void setCounter(int terminal, long count) {
    counters[terminal] = count;
  }

  synchronized boolean output(int terminal) {
    return outputs.get(terminal);
  }

  /** How often an output went on. */
  synchronized int rises(int terminal) {
    return rises[terminal];
  }

  /** A request came. */
  synchronized void heard(long nanos) {
    if (!spec.heartbeatOnly()) {
      live(nanos);
    }
  }

  private void live(long nanos) {
    alive = true;
    lifeSignNanos = nanos;
  }

  /** The watch bites only after the first life sign. */
  synchronized void watch(long nanos) {
    boolean late = alive && nanos - lifeSignNanos > spec.watch().toNanos();
    if (!spec.watch().isZero() && late) {
      outputs.clear();
      tripped = true;
      alive = false;
    }
  }

  synchronized boolean tripped() {
    return tripped;
  }

  /** What the maker's tool does after a trip. */
  synchronized void clearTrip() {
    tripped = false;
  }

  @Override
  public int inputs() {
    return IoModuleSpec.TERMINALS;
  }

  @Override
  public synchronized boolean input(int number) {
    return inputs.get(number);
  }

  @Override
  public int coils() {
    return FIRST_OUTPUT + IoModuleSpec.TERMINALS;
  }

  /** The addresses before the outputs show the inputs (ADAM-4100 manual, appendix B). */
  @Override
  public synchronized boolean coil(int number) {
    return number < FIRST_OUTPUT ? inputs.get(number) : outputs.get(number - FIRST_OUTPUT);
  }

  @Override
  public synchronized void writeCoil(int number, boolean on) {
    if (number >= FIRST_OUTPUT) {
      set(number - FIRST_OUTPUT, on);
    }
  }

  private void set(int terminal, boolean on) {
    rises[terminal] += on && !outputs.get(terminal) ? 1 : 0;
    outputs.set(terminal, on);
  }

  @Override
  public int holding() {
    return REGISTERS;
  }

  @Override
  public synchronized int[] holding(int from, int count) {
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = word(from + i);
    }
    return words;
  }

  private int word(int number) {
    if (number < 2 * IoModuleSpec.TERMINALS) {
      return (int) (counters[number / 2] >> (number % 2 == 0 ? 0 : 16)) & 0xFFFF;
    }
    return switch (number) {
      case HEARTBEAT -> heartbeat;
      case NAME -> Integer.parseInt(spec.model().substring(0, 4), 16);
      case NAME + 1 -> Integer.parseInt(spec.model().substring(4), 16);
      case SAFETY_ENABLED -> spec.watch().isZero() ? 0 : 1;
      case SAFETY_OCCURRED -> tripped ? 1 : 0;
      case INPUT_WORD -> bits(inputs);
      case OUTPUT_WORD -> bits(outputs);
      default -> 0;
    };
  }

  private static int bits(BitSet set) {
    return set.isEmpty() ? 0 : (int) set.toLongArray()[0];
  }

  @Override
  public synchronized boolean writeHolding(int number, int value) {
    if (number == HEARTBEAT) {
      if (heartbeat != value) {
        live(System.nanoTime());
      }
      heartbeat = value;
      return true;
    }
    if (number == OUTPUT_WORD) {
      for (int i = 0; i < IoModuleSpec.TERMINALS; i++) {
        set(i, ((value >> i) & 1) != 0);
      }
      return true;
    }
    return false;
  }
}
