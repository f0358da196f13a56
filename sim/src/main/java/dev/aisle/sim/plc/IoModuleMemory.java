package dev.aisle.sim.plc;

import dev.aisle.sim.modbus.ModbusUnit;
import java.util.BitSet;

/** Inputs, outputs and registers of an I/O module, and its watch of the line. Thread-safe. */
final class IoModuleMemory implements ModbusUnit {
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

  /** A life sign, unless it comes too late. */
  @Override
  public synchronized void asked() {
    long now = System.nanoTime();
    watch(now);
    if (!spec.heartbeatOnly()) {
      live(now);
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
  public synchronized boolean[] inputs(int first, int count) throws Refusal {
    Refusal.beyond(IoModuleSpec.TERMINALS, first, count);
    return BitWords.bits(inputs, first, count);
  }

  /** The addresses before the outputs show the inputs (ADAM-4100 manual, appendix B). */
  @Override
  public synchronized boolean[] coils(int first, int count) throws Refusal {
    Refusal.beyond(FIRST_OUTPUT + IoModuleSpec.TERMINALS, first, count);
    boolean[] bits = new boolean[count];
    for (int i = 0; i < count; i++) {
      int number = first + i;
      bits[i] = number < FIRST_OUTPUT ? inputs.get(number) : outputs.get(number - FIRST_OUTPUT);
    }
    return bits;
  }

  @Override
  public synchronized void writeCoils(int first, boolean[] values) throws Refusal {
    Refusal.beyond(FIRST_OUTPUT + IoModuleSpec.TERMINALS, first, values.length);
    for (int i = Math.max(0, FIRST_OUTPUT - first); i < values.length; i++) {
      set(first + i - FIRST_OUTPUT, values[i]);
    }
  }

  private void set(int terminal, boolean on) {
    rises[terminal] += on && !outputs.get(terminal) ? 1 : 0;
    outputs.set(terminal, on);
  }

  @Override
  public synchronized int[] registers(int first, int count) throws Refusal {
    Refusal.beyond(REGISTERS, first, count);
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = word(first + i);
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
      case INPUT_WORD -> BitWords.word(inputs);
      case OUTPUT_WORD -> BitWords.word(outputs);
      default -> 0;
    };
  }

  @Override
  public synchronized void writeRegisters(int first, int[] values) throws Refusal {
    for (int i = 0; i < values.length; i++) {
      write(first + i, values[i]);
    }
  }

  private void write(int number, int value) throws Refusal {
    switch (number) {
      case HEARTBEAT -> {
        if (heartbeat != value) {
          live(System.nanoTime());
        }
        heartbeat = value;
      }
      case OUTPUT_WORD -> {
        for (int i = 0; i < IoModuleSpec.TERMINALS; i++) {
          set(i, ((value >> i) & 1) != 0);
        }
      }
      default -> throw Refusal.address();
    }
  }
}
