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

    static Refusal address() {
      return new Refusal(2);
    }

    static Refusal value() {
      return new Refusal(3);
    }
  }

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

  default boolean[] inputs(int first, int count) throws Refusal {
    return coils(first, count);
  }
}
