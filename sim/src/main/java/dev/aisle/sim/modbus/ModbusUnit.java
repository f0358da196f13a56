package dev.aisle.sim.modbus;

/**
 * One unit on a Modbus line. Called from the threads of lines; answers at once, or refuses. What a
 * unit does not have it refuses by itself.
 */
public interface ModbusUnit {
  /** The unit says no, with an exception code (Modbus application protocol V1.1b3, 7). */
  final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    public Refusal(int code) {
      super("exception " + code, null, false, false);
      this.code = code;
    }

    public int code() {
      return code;
    }

    /** There is no such address. */
    public static Refusal address() {
      return new Refusal(2);
    }

    /** The value is not allowed. */
    public static Refusal value() {
      return new Refusal(3);
    }

    /** Refuses what does not lie within so many addresses from 0. */
    public static void beyond(int size, int first, int count) throws Refusal {
      if (first + count > size) {
        throw address();
      }
    }
  }

  /** Of function 5; off is 0 (Modbus application protocol V1.1b3, 6.5). */
  int ON = 0xFF00;

  /** A request has come for it, whatever becomes of it. */
  default void asked() {}

  /** Holding registers; input registers are the same unless the make says otherwise. */
  default int[] registers(int first, int count) throws Refusal {
    throw Refusal.address();
  }

  default void writeRegisters(int first, int[] values) throws Refusal {
    throw Refusal.address();
  }

  default boolean[] coils(int first, int count) throws Refusal {
    throw Refusal.address();
  }

  default void writeCoils(int first, boolean[] values) throws Refusal {
    throw Refusal.address();
  }

  /** Function 5, for makes that let it mean more than on and off. */
  default void writeCoil(int number, int value) throws Refusal {
    if (value != ON && value != 0) {
      throw Refusal.value();
    }
    writeCoils(number, new boolean[] {value == ON});
  }

  default boolean[] inputs(int first, int count) throws Refusal {
    return coils(first, count);
  }
}
