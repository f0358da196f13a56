package dev.aisle.sim.plc;

/**
 * Memory of one Modbus unit, with holding registers only unless it says otherwise. Called from the
 * server's threads; answers at once.
 */
interface Registers {
  default int inputs() {
    return 0;
  }

  default boolean input(int number) {
    return false;
  }

  default int coils() {
    return 0;
  }

  default boolean coil(int number) {
    return false;
  }

  /** Called for coils that are there only. */
  default void writeCoil(int number, boolean on) {
    throw new IllegalStateException("there is no coil " + number);
  }

  int holding();

  /** Registers from one moment, 0 to 65535 each. */
  int[] holding(int from, int count);

  /** False when the register does not exist or cannot be written. */
  default boolean writeHolding(int number, int value) {
    return false;
  }
}
